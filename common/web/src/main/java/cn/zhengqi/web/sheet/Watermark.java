package cn.zhengqi.web.sheet;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who took a file out of the platform and when: its first line, and at the edge of each page that is printed of it. */
public record Watermark(String text) {

    private static final String BEGINNING = "导出人：";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** What Excel takes for the edge of a page. */
    private static final int LONGEST_EDGE = 250;

    public static Watermark of(CurrentUser reader, Instant at) {
        return new Watermark(
                BEGINNING + reader.name() + from(reader, Stream.of("账号 " + reader.accountId())) + taken(at));
    }

    /** Of a document which stands under a number in a record of who took it out: people read the number, the account is found by it. */
    public static Watermark of(CurrentUser reader, Instant at, String number) {
        return new Watermark(BEGINNING + reader.name() + from(reader, Stream.of()) + " 编号：" + number + taken(at));
    }

    private static String from(CurrentUser reader, Stream<String> account) {
        return Stream.concat(
                        Stream.of(reader.institutionName(), reader.enterpriseName())
                                .filter(name -> name != null && !name.isBlank()),
                        account)
                .reduce((one, other) -> one + "，" + other)
                .map(words -> "（" + words + "）")
                .orElse("");
    }

    private static String taken(Instant at) {
        return " 导出时间：" + BusinessTime.at(at).format(TIME);
    }

    /** Each of what it says by itself: who, under what number, when. */
    public List<String> lines() {
        return List.of(text.split(" (?=编号：|导出时间：)"));
    }

    /** Whether this is the first line of a file that was taken out: a heading follows, no data. */
    public static boolean is(@Nullable String firstCell) {
        return firstCell != null && firstCell.startsWith(BEGINNING);
    }

    /** For the edge of a page, where & begins a command. */
    String atEdge() {
        String escaped = text.replace("&", "&&");
        return escaped.length() <= LONGEST_EDGE ? escaped : escaped.substring(0, LONGEST_EDGE);
    }
}
