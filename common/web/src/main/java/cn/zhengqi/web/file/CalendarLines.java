package cn.zhengqi.web.file;

/**
 * The lines of a calendar file as they may be (RFC 5545, 3.1): none of more than 75 octets, none divided within a character. The library that writes calendars counts
 * characters instead: in Chinese that is too many octets or too few, and a line that just fits it ends with an empty one.
 */
public final class CalendarLines {

    private static final int MOST_OCTETS = 75;
    private static final String END = "\r\n";
    private static final String GOES_ON = END + " ";

    private CalendarLines() {}

    /** @param calendar with each line in one, however long */
    public static String folded(String calendar) {
        StringBuilder folded = new StringBuilder(calendar.length() + calendar.length() / 16);
        calendar.lines().forEach(line -> fold(line, folded).append(END));
        return folded.toString();
    }

    private static StringBuilder fold(String line, StringBuilder folded) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int more = octets(character);
            if (octets + more > MOST_OCTETS) {
                folded.append(GOES_ON);
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += more;
            at += Character.charCount(character);
        }
        return folded;
    }

    /** In UTF-8. */
    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
