package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every calendar reads. */
class CalendarLinesTest {

    @Test
    void no_line_has_more_than_75_octets_and_put_together_they_say_the_same() {
        String calendar = "BEGIN:VCALENDAR\r\nSUMMARY:" + "设备更新补助，a𠮷é".repeat(30) + "\r\nEND:VCALENDAR\r\n";

        String folded = CalendarLines.folded(calendar);

        assertThat(folded.split("\r\n")).allSatisfy(line -> {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .as("divided between characters")
                    .isEqualTo(line);
        });
        assertThat(folded.replace("\r\n ", "")).isEqualTo(calendar);
    }

    @Test
    void a_line_that_just_fits_stays_whole_and_none_is_empty() {
        for (int octets : List.of(24, 48, 74, 75)) {
            String line = "X".repeat(octets) + "\r\n";
            assertThat(CalendarLines.folded(line)).isEqualTo(line);
        }
        assertThat(CalendarLines.folded("X".repeat(76) + "\r\n")).isEqualTo("X".repeat(75) + "\r\n X\r\n");
    }
}
