package cn.zhengqi.web.sheet;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who took a file out of the platform and when: its first line, and at the edge of each page that is printed of it. */
public record Watermark(String text) {

    private static final String BEGINNING = "导出人：";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** What Excel takes for the edge of a page. */
    private static final int LONGEST_EDGE = 250;

    public static Watermark of(CurrentUser reader, Instant at) {
        String from = Stream.of(reader.institutionName(), reader.enterpriseName())
                .filter(name -> name != null && !name.isBlank())
                .map(name -> name + "，")
                .collect(Collectors.joining());
        return new Watermark(BEGINNING + reader.name() + "（" + from + "账号 " + reader.accountId() + "） 导出时间："
                + BusinessTime.at(at).format(TIME));
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
