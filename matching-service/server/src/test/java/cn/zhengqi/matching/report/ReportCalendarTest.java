package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class ReportCalendarTest {

    static final IssuedReport REPORT = new IssuedReport(
            Ids.next(),
            "GH20261127-7K3M9QXWAB",
            "重庆渝巴软件有限公司",
            LocalDate.of(2026, 11, 27),
            OffsetDateTime.parse("2026-11-27T10:00:00.123+08:00"),
            "ab".repeat(32),
            true);

    private static final UUID ENTERPRISE = UUID.fromString("0192f0c1-2a3b-7c4d-8e5f-60718293a4b5");

    private static final CalendarEntry END = new CalendarEntry(
            LocalDate.of(2027, 12, 31),
            CalendarEntry.Kind.ENDS,
            "N13",
            "关于进一步支持小微企业和个体工商户发展有关税费政策的公告,含逗号;和分号",
            "有效期最后一天，请在此前申报",
            true);

    private static final CalendarEntry MET = new CalendarEntry(
            LocalDate.of(2027, 1, 5), CalendarEntry.Kind.CONDITION_MET, "N01", "高新技术企业认定管理办法", "从这一天起注册天数达到要求", true);

    @Test
    void each_day_is_an_event_of_a_whole_day_and_an_end_reminds_before() throws Exception {
        Calendar calendar = new CalendarBuilder()
                .build(new StringReader(
                        ReportCalendar.of(REPORT, ENTERPRISE, List.of(MET, END), "https://qy.example.cn")));

        assertThat(calendar.validate(true).getEntries()).isEmpty();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(2);
        VEvent end = events.get(1);
        assertThat(end.getRequiredProperty("DTSTART").toString()).contains("VALUE=DATE:20271231");
        assertThat(end.getRequiredProperty("DTEND").toString()).contains("VALUE=DATE:20280101");
        assertThat(end.getSummary().orElseThrow().getValue()).isEqualTo("《" + END.title() + "》有效期最后一天，请在此前申报");
        assertThat(end.getAlarms()).hasSize(1);
        assertThat(events.getFirst().getAlarms()).isEmpty();
    }

    @Test
    void lines_are_folded_and_the_same_report_gives_the_same_file() {
        String calendar = ReportCalendar.of(REPORT, ENTERPRISE, List.of(END), "https://qy.example.cn");

        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar).isEqualTo(ReportCalendar.of(REPORT, ENTERPRISE, List.of(END), "https://qy.example.cn"));
        assertThat(calendar.replace("\r\n ", "")).contains("UID:" + ENTERPRISE + "-N13-ENDS@planning-report");
    }

    @Test
    void the_next_report_has_the_same_days_under_the_same_names_and_as_later_ones_so_that_none_stands_twice()
            throws Exception {
        IssuedReport next = new IssuedReport(
                Ids.next(),
                "GH20261204-AAAAAAAAAA",
                REPORT.enterpriseName(),
                REPORT.asOf().plusDays(7),
                REPORT.issuedAt().plusDays(7),
                "cd".repeat(32),
                true);
        CalendarEntry closes = window(LocalDate.of(2027, 3, 31), CalendarEntry.Kind.DECLARATION_CLOSES, "p1");
        CalendarEntry longer = window(LocalDate.of(2027, 4, 30), CalendarEntry.Kind.DECLARATION_CLOSES, "p1");
        CalendarEntry chosen = new CalendarEntry(
                MET.day(), MET.kind(), MET.code(), MET.title(), MET.words() + "（与现在可享的《政策A》不能同时享受，二选一）", true);

        List<VEvent> before = events(ReportCalendar.of(REPORT, ENTERPRISE, List.of(MET, END, closes), "https://q.cn"));
        List<VEvent> after = events(ReportCalendar.of(next, ENTERPRISE, List.of(chosen, END, longer), "https://q.cn"));

        assertThat(after)
                .extracting(ReportCalendarTest::uid)
                .isEqualTo(before.stream().map(ReportCalendarTest::uid).toList());
        assertThat(sequence(after.getFirst())).isGreaterThan(sequence(before.getFirst()));
        assertThat(events(ReportCalendar.of(REPORT, Ids.next(), List.of(END), "https://q.cn")))
                .extracting(ReportCalendarTest::uid)
                .as("of another enterprise")
                .doesNotContain(uid(before.get(1)));
    }

    @Test
    void two_conditions_that_time_meets_on_one_day_are_two_events() throws Exception {
        CalendarEntry other = new CalendarEntry(MET.day(), MET.kind(), MET.code(), MET.title(), "从这一天起成立年限达到要求", true);

        assertThat(events(ReportCalendar.of(REPORT, ENTERPRISE, List.of(MET, other, other), "https://q.cn")))
                .extracting(ReportCalendarTest::uid)
                .doesNotHaveDuplicates();
    }

    private static List<VEvent> events(String calendar) throws Exception {
        return new CalendarBuilder().build(new StringReader(calendar)).getComponents("VEVENT");
    }

    private static String uid(VEvent event) {
        return event.getRequiredProperty("UID").getValue();
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(event.getRequiredProperty("SEQUENCE").getValue());
    }

    @Test
    void a_title_of_whatever_length_and_letters_leaves_no_empty_line_and_is_read_back_whole() throws Exception {
        for (int length = 1; length <= 60; length++) {
            CalendarEntry entry =
                    new CalendarEntry(END.day(), END.kind(), END.code(), "𠮷" + "策".repeat(length), END.words(), true);
            String calendar = ReportCalendar.of(REPORT, ENTERPRISE, List.of(entry), "https://qy.example.cn");

            assertThat(calendar.split("\r\n")).noneMatch(String::isBlank);
            byte[] sent = calendar.getBytes(StandardCharsets.UTF_8);
            List<VEvent> events = new CalendarBuilder()
                    .build(new StringReader(new String(sent, StandardCharsets.UTF_8)))
                    .getComponents("VEVENT");
            assertThat(events.getFirst().getSummary().orElseThrow().getValue())
                    .isEqualTo("《" + entry.title() + "》" + entry.words());
        }
    }

    @Test
    void a_window_leads_to_its_project_and_reminds_before_it_closes() throws Exception {
        CalendarEntry opens = window(LocalDate.of(2027, 3, 1), CalendarEntry.Kind.DECLARATION_OPENS, "p1");
        CalendarEntry closes = window(LocalDate.of(2027, 3, 31), CalendarEntry.Kind.DECLARATION_CLOSES, "p1");
        CalendarEntry another = window(LocalDate.of(2027, 3, 31), CalendarEntry.Kind.DECLARATION_CLOSES, "p2");

        List<VEvent> events = new CalendarBuilder()
                .build(new StringReader(ReportCalendar.of(
                        REPORT, ENTERPRISE, List.of(opens, closes, another), "https://qy.example.cn")))
                .getComponents("VEVENT");

        assertThat(events)
                .extracting(event -> event.getRequiredProperty("URL").getValue())
                .containsExactly(
                        "https://qy.example.cn/declarations/projects/p1",
                        "https://qy.example.cn/declarations/projects/p1",
                        "https://qy.example.cn/declarations/projects/p2");
        assertThat(events).extracting(event -> event.getAlarms().size()).containsExactly(0, 1, 1);
        assertThat(events)
                .extracting(event -> event.getRequiredProperty("UID").getValue())
                .doesNotHaveDuplicates();
    }

    private static CalendarEntry window(LocalDate day, CalendarEntry.Kind kind, String project) {
        return new CalendarEntry(
                day, kind, "N01", "高新技术企业认定管理办法", "申报项目开始受理", true, "/declarations/projects/" + project);
    }
}
