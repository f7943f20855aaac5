package cn.zhengqi.user.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ServiceTest
@ActiveProfiles("test")
class CalendarWebTest {

    private static final String CALENDARS = "/api/user/calendars";
    private static final String TWELVE_DAYS = IntStream.rangeClosed(1, 12)
            .mapToObj(day -> "2034-10-" + day + ",放假\n")
            .collect(Collectors.joining());
    private static final String HEAD = "日期,安排\n";

    @Autowired
    ServiceClient service;

    @Autowired
    JdbcClient jdbc;

    private final CurrentUser operator = TestUsers.operator(UserPermissions.MANAGE_REFERENCE);

    @AfterEach
    void as_it_was_shipped() {
        jdbc.sql("delete from holiday_year").update();
    }

    @Test
    void the_years_that_came_with_the_platform_name_their_notices() {
        service.as(operator)
                .get()
                .uri(CALENDARS)
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[0].document")
                .isEqualTo("国办发明电〔2024〕12号")
                .jsonPath("$[1].document")
                .isEqualTo("国办发明电〔2025〕7号")
                .jsonPath("$[1].workingDays")
                .isEqualTo(248)
                .jsonPath("$[1].off[0]")
                .isEqualTo("2026-01-01");
    }

    @Test
    void a_day_is_changed_by_whom_has_seen_the_year_and_it_is_told_and_on_record() {
        change("2026-12-25", "OFF", 0)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.workingDays")
                .isEqualTo(247)
                .jsonPath("$.version")
                .isEqualTo(1);
        change("2026-12-25", "USUAL", 0)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        change("2026-12-25", "USUAL", 1).expectBody().jsonPath("$.workingDays").isEqualTo(248);

        assertThat(
                        count(
                                "select count(*) from outbox where type = 'user.HolidaysArranged' and data ->> 'year' = '2026'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(
                        count(
                                "select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'CALENDAR_DAY_CHANGED'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_year_that_has_not_begun_is_taken_back_with_its_reason_and_can_be_brought_in_again() {
        String days = IntStream.rangeClosed(1, 13)
                .mapToObj(day -> "2036-10-" + day + ",放假\n")
                .collect(Collectors.joining());
        bringIn(2036, "国办发明电〔2035〕1号", null, "2036.csv", csv(days))
                .expectStatus()
                .isOk();

        withdraw(2036, 0, "导入有误").expectStatus().isEqualTo(409);
        withdraw(2036, 1, " ").expectStatus().isBadRequest();
        withdraw(2036, 1, "导入有误").expectStatus().isNoContent();
        withdraw(2036, 2, "导入有误").expectStatus().isNotFound();
        service.as(operator)
                .get()
                .uri(CALENDARS)
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2);
        assertThat(
                        count(
                                "select count(*) from outbox where type = 'user.HolidaysArranged' and data ->> 'year' = '2036' and data ->> 'withdrawn' = 'true'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'CALENDAR_WITHDRAWN' and data::text like '%导入有误%'"))
                .isEqualTo(1);

        bringIn(2036, "国办发明电〔2035〕1号", null, "2036.csv", csv(days))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(3);
        withdraw(2026, 0, "导入有误")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CALENDAR_BEGUN");
    }

    private ResponseSpec withdraw(int year, long version, String reason) {
        return service.as(operator)
                .post()
                .uri(CALENDARS + "/" + year + "/withdraw")
                .body(Map.of("version", version, "reason", reason))
                .exchange();
    }

    @Test
    void a_day_of_a_year_that_is_not_arranged_cannot_be_changed() {
        change("2033-01-01", "OFF", 0)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CALENDAR_UNKNOWN");
    }

    @Test
    void days_that_are_over_are_changed_by_whoever_was_told_so_and_agreed() {
        change("2026-01-05", "OFF", 0)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CALENDAR_PAST_DAYS")
                .jsonPath("$.days")
                .isEqualTo(1)
                .jsonPath("$.first")
                .isEqualTo("2026-01-05")
                .jsonPath("$.uncounted[0]")
                .isEqualTo("融资服务");
        assertThat(count("select count(*) from holiday_year")).isZero();
        change("2026-01-05", "OFF", 0, true)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);

        String days = IntStream.rangeClosed(1, 13)
                .mapToObj(day -> "2020-10-" + day + ",放假\n")
                .collect(Collectors.joining());
        bringIn(2020, "国办发明电〔2019〕16号", null, "2020.csv", csv(days))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CALENDAR_PAST_DAYS")
                .jsonPath("$.days")
                .isEqualTo(366);
        assertThat(count("select count(*) from holiday_year where year = 2020")).isZero();
        bringIn(2020, "国办发明电〔2019〕16号", null, "2020.csv", csv(days), true)
                .expectStatus()
                .isOk();
    }

    @Test
    void a_year_is_brought_by_a_workbook_and_replaced_by_a_later_one() {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        FastExcel.write(workbook)
                .head(List.of(List.of("日期"), List.of("安排")))
                .sheet("2034")
                .doWrite(Stream.concat(
                                Stream.of(List.of("2034-01-02", "放假"), List.of("2034/1/7", "上班")),
                                IntStream.rangeClosed(1, 12).mapToObj(day -> List.of("2034-10-" + day, "放假")))
                        .toList());

        bringIn(2034, "国办发明电〔2033〕1号", null, "2034.xlsx", workbook.toByteArray())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.off[0]")
                .isEqualTo("2034-01-02")
                .jsonPath("$.work[0]")
                .isEqualTo("2034-01-07")
                .jsonPath("$.version")
                .isEqualTo(1);
        bringIn(2034, "国办发明电〔2033〕2号", null, "2034.csv", csv("2034-01-03,放假\n" + TWELVE_DAYS))
                .expectStatus()
                .isEqualTo(409);
        bringIn(2034, "国办发明电〔2033〕2号", 1L, "2034.csv", csv("2034年1月3日,放假\n" + TWELVE_DAYS))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.off.length()")
                .isEqualTo(13)
                .jsonPath("$.document")
                .isEqualTo("国办发明电〔2033〕2号");
    }

    @Test
    void a_year_with_fewer_days_off_than_the_law_gives_is_not_taken_for_one() {
        bringIn(2034, "国办发明电〔2033〕1号", null, "2034.csv", csv(TWELVE_DAYS))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CALENDAR_IMPORT_INVALID")
                .jsonPath("$.detail")
                .isEqualTo("文件中只有 12 天放假，少于法定节假日 13 天，不是完整的年度安排，没有导入任何数据");
    }

    @Test
    void a_file_with_faults_is_refused_line_by_line_and_changes_nothing() {
        byte[] file = csv("2035-01-01,放假\n2036-01-01,放假\n明天,放假\n2035-01-01,放假\n2035-01-03,休息\n2035-01-02,上班\n");

        bringIn(2035, "国办发明电〔2034〕1号", null, "2035.csv", file)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CALENDAR_IMPORT_INVALID")
                .jsonPath("$.problemCount")
                .isEqualTo(5)
                .jsonPath("$.problems[0].line")
                .isEqualTo(3)
                .jsonPath("$.problems[0].message")
                .isEqualTo("不在 2035 年内")
                .jsonPath("$.problems[1].message")
                .isEqualTo("不是日期，应为 2035-01-01 的写法")
                .jsonPath("$.problems[2].message")
                .isEqualTo("日期与第 2 行重复")
                .jsonPath("$.problems[3].message")
                .isEqualTo("应为“放假”或“上班”")
                .jsonPath("$.problems[4].message")
                .isEqualTo("不是周六或周日，本来就上班");
        assertThat(count("select count(*) from holiday_year where year = 2035")).isZero();
    }

    @Test
    void a_file_without_the_columns_and_a_year_without_a_notice_are_refused() {
        bringIn(2035, "文号", null, "x.csv", "代码,名称\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("第一行应为表头，至少有“日期”和“安排”两列");
        bringIn(2035, " ", null, "x.csv", csv("2035-01-01,放假\n"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("document");
        bringIn(1999, "文号", null, "x.csv", csv("1999-01-01,放假\n"))
                .expectStatus()
                .isBadRequest();
    }

    private ResponseSpec change(String day, String kind, long version) {
        return change(day, kind, version, false);
    }

    private ResponseSpec change(String day, String kind, long version, boolean agreed) {
        return service.as(operator)
                .put()
                .uri(CALENDARS + "/days/" + day)
                .body(Map.of("kind", kind, "version", version, "agreed", agreed))
                .exchange();
    }

    private ResponseSpec bringIn(int year, String document, @Nullable Long version, String name, byte[] file) {
        return bringIn(year, document, version, name, file, false);
    }

    private ResponseSpec bringIn(
            int year, String document, @Nullable Long version, String name, byte[] file, boolean agreed) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("document", document);
        form.add("agreed", String.valueOf(agreed));
        if (version != null) {
            form.add("version", version.toString());
        }
        form.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return service.as(operator)
                .post()
                .uri(CALENDARS + "/" + year + "/import")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange();
    }

    private static byte[] csv(String lines) {
        return (HEAD + lines).getBytes(StandardCharsets.UTF_8);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
