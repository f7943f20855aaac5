package cn.zhengqi.finance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.courts.OnRecords;
import cn.zhengqi.finance.courts.PublicRecord;
import cn.zhengqi.finance.courts.RecordKind;
import cn.zhengqi.finance.courts.RecordSource;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** What a bank reads of an enterprise, by whose word, and that the enterprise hears of it. */
class EnterpriseReportTest extends FinanceServiceTest {

    private static final String ALL = "/api/finance/applications/";

    private final int lastYear = BusinessTime.today(Clock.systemUTC()).getYear() - 1;

    private Answer applied;

    @BeforeEach
    void an_application_of_an_enterprise_that_is_known() {
        applied = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(
                        enterprise.enterpriseId(),
                        "测试企业有限公司",
                        new JudicialRecord("民事案件", "买卖合同纠纷", LocalDate.parse("2025-03-02"))));
        theConsentToTheReportIs(ConsentStanding.GIVEN);
        when(profiles.facts(enterprise.enterpriseId()))
                .thenReturn(new InternalStandings.Facts(List.of(
                        fact("revenue", FactKind.YEARS, "万元", Arrays.asList(1200, null, 900.5), null, FactSource.SELF),
                        fact("employees", FactKind.INTEGER, "人", 25, null, FactSource.SELF),
                        fact("taxCreditRating", FactKind.CHOICE, null, "A", "A 级", FactSource.TAX),
                        fact("invoiceAmount12m", FactKind.NUMBER, "万元", 980.0, null, FactSource.TAX),
                        fact("rdStaff", FactKind.INTEGER, "人", 7, null, FactSource.SELF))));
    }

    @Test
    void the_report_says_what_is_known_with_source_and_day_and_what_is_not() {
        Answer report = report(officer);

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.get("caseNumber")).isEqualTo(applied.get("number"));
        assertThat(indicators(report, "business"))
                .contains(
                        Map.of(
                                "name",
                                "revenue",
                                "label",
                                "营业收入（近三年）",
                                "value",
                                lastYear + " 年 1,200 万元；" + (lastYear - 2) + " 年 900.5 万元",
                                "source",
                                "SELF",
                                "asOf",
                                "2026-06-30"),
                        Map.of("name", "totalAssets", "label", "资产总额"));
        assertThat(indicators(report, "tax"))
                .contains(
                        Map.of(
                                "name",
                                "taxCreditRating",
                                "label",
                                "纳税信用等级",
                                "value",
                                "A 级",
                                "source",
                                "TAX",
                                "asOf",
                                "2026-06-30"),
                        Map.of("name", "taxPaid12m", "label", "近12个月纳税总额"));
        assertThat(report.body().toString())
                .as("what no report is about stays where it is")
                .doesNotContain("rdStaff");
        assertThat(indicators(report, "judicial"))
                .containsExactly(Map.of("kind", "民事案件", "title", "买卖合同纠纷", "date", "2025-03-02"));
    }

    @Test
    void of_its_own_bank_it_tells_each_application_of_others_only_how_many_stand_where() {
        Bank other = aBank();
        Answer elsewhere = submit(enterprise, application(aProductOf(aBank())));
        Answer here = submit(enterprise, application(aProductOf(bank)));
        approved(enterprise, aProductOf(other), officerOf(other));

        Answer report = report(officer);

        assertThat(indicators(report, "ownLoans"))
                .singleElement()
                .satisfies(loan -> assertThat(loan)
                        .containsEntry("number", here.get("number"))
                        .containsEntry("amount", 500_000.0));
        assertThat(indicators(report, "otherLoans"))
                .containsExactly(Map.of("status", "SUBMITTED", "count", 1), Map.of("status", "APPROVED", "count", 1));
        assertThat(report.body().toString()).doesNotContain(other.name(), (String) elsewhere.get("number"), "400000");
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER, REPORT_NOT_ALLOWED, 企业未授权本机构查看企业信息报告",
        "WITHDRAWN, CONSENT_WITHDRAWN, 企业已撤回授权",
        "EXPIRED, CONSENT_EXPIRED, 企业的授权已到期"
    })
    void without_the_consent_nothing_is_read_and_nobody_else_is_asked(
            ConsentStanding standing, String code, String words) {
        assertThat(report(officer).status()).isEqualTo(200);
        theConsentToTheReportIs(standing);
        clearInvocations(profiles);

        for (String what : List.of("report", "report.pdf")) {
            Answer refused = get(officer, ALL + applied.id() + "/" + what);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.get("detail")).isEqualTo(words);
        }

        verifyNoInteractions(profiles);
        assertThat(told()).as("what was not shown is no reading").hasSize(1);
    }

    @Test
    void for_an_application_that_is_over_it_is_read_no_more() {
        assertThat(report(officer).status()).isEqualTo(200);
        post(
                enterprise,
                "/api/finance/my/applications/" + applied.id() + "/withdraw",
                Map.of("version", applied.version()));

        Answer late = report(officer);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("REPORT_CASE_OVER");
        assertThat(get(officer, ALL + applied.id() + "/report.pdf").code()).isEqualTo("REPORT_CASE_OVER");
    }

    @Test
    void nobody_but_the_bank_that_decides_reads_it() {
        assertThat(report(officerOf(aBank())).status()).isEqualTo(404);
        assertThat(report(financeOffice).status()).isEqualTo(403);
        assertThat(report(enterprise).status()).isEqualTo(403);

        verifyNoInteractions(profiles);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_profile_that_does_not_answer_is_not_taken_for_one_that_knows_nothing() {
        when(profiles.facts(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        assertThat(report(officer).status()).isEqualTo(503);
        assertThat(told()).isEmpty();
    }

    @Test
    void each_reading_is_told_to_the_enterprise_and_goes_on_record_and_changes_nothing_about_the_application() {
        report(officer);
        report(officer);

        assertThat(told())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one)
                        .contains("\"categories\": [\"REPORT\"]", officer.name(), (String) applied.get("number")));
        assertThat(jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'REPORT_READ' and data ->> 'subjectId' = ?""")
                        .param(applied.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        Answer after = get(officer, ALL + applied.id());
        assertThat(after.version()).isEqualTo(applied.version());
        assertThat(after.get("promise")).isEqualTo(applied.get("promise"));
    }

    @Test
    void the_file_has_numbered_pages_with_who_took_it_out_and_is_a_reading_too() throws Exception {
        var answer = client.as(officer)
                .get()
                .uri(ALL + applied.id() + "/report.pdf")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class);
        try (PDDocument pdf = Loader.loadPDF(answer.getResponseBody())) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf))
                        .contains("导出人：" + officer.name(), "第 " + page + " 页，共 " + pdf.getNumberOfPages() + " 页");
                PDResources resources = pdf.getPage(page - 1).getResources();
                assertThat(resources.getPropertiesNames())
                        .as("over the whole page too")
                        .anySatisfy(name -> assertThat(resources
                                        .getProperties(name)
                                        .getCOSObject()
                                        .getNameAsString(COSName.SUBTYPE))
                                .isEqualTo("Watermark"));
            }
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("测试企业有限公司", "周敏", "A 级", "买卖合同纠纷", "未知", "失信被执行人", "未接入")
                    .contains((String) applied.get("number"), bank.name());
        }
        assertThat(answer.getResponseHeaders().getContentDisposition().getFilename())
                .startsWith("企业信息报告-QB");
        assertThat(told()).singleElement().asString().contains("审核融资申请，下载报告 QB");
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
                .contains("application/pdf");
    }

    @Test
    void what_courts_answered_stands_there_with_its_day_and_what_they_did_not_answer_is_no_clean_record() {
        theCourtsSay(RecordKind.ENFORCEMENT, enforcement());
        theCourtsSay(RecordKind.PENALTY, OnRecords.NOTHING);
        theCourtsAreSilentAbout(RecordKind.DISHONEST);

        Answer report = report(officer);

        assertThat(found(report, "ENFORCEMENT"))
                .containsEntry("standing", "FOUND")
                .containsEntry("source", "PLATFORM")
                .containsEntry("asOf", BusinessTime.today(Clock.systemUTC()).toString());
        assertThat(report.body().toString()).contains("（2025）测0101执1194号", "示例人民法院", "377352.1");
        assertThat(found(report, "PENALTY")).containsEntry("standing", "NONE");
        assertThat(found(report, "DISHONEST"))
                .containsEntry("standing", "FAILED")
                .doesNotContainKey("asOf");
        assertThat(found(report, "ABNORMAL"))
                .containsEntry("standing", "NOT_CONNECTED")
                .doesNotContainKey("source");
    }

    @Test
    void courts_are_asked_once_a_day_and_never_without_the_consent() {
        theCourtsSay(RecordKind.ENFORCEMENT, enforcement());
        theCourtsAreSilentAbout(RecordKind.DISHONEST);
        theConsentToTheReportIs(ConsentStanding.WITHDRAWN);
        report(officer);
        verify(courts, never()).of(any(), any(), any());

        theConsentToTheReportIs(ConsentStanding.GIVEN);
        report(officer);
        report(officer);

        verify(courts, times(1)).of(eq(RecordKind.ENFORCEMENT), any(), any());
        verify(courts, times(2)).of(eq(RecordKind.DISHONEST), any(), any());
        jdbc.sql("update public_record set asked_on = asked_on - 1 where enterprise_id = ?")
                .param(enterprise.enterpriseId())
                .update();
        report(officer);
        verify(courts, times(2)).of(eq(RecordKind.ENFORCEMENT), any(), any());
    }

    @Test
    void numbers_of_cases_follow_the_reader_s_rules_on_screen_and_on_paper() throws Exception {
        theCourtsSay(RecordKind.ENFORCEMENT, enforcement());
        CurrentUser kept = officer.seeing(Map.of(FinanceFields.REPORT_CASE_NUMBER, FieldRule.HIDDEN));

        assertThat(report(kept).body().toString()).contains("示例人民法院").doesNotContain("执1194号");
        byte[] file = client.as(kept)
                .get()
                .uri(ALL + applied.id() + "/report.pdf")
                .exchange()
                .returnResult(byte[].class)
                .getResponseBody();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("示例人民法院", "按权限不显示", "377,352.1 元")
                    .doesNotContain("执1194号");
        }
    }

    private void theCourtsSay(RecordKind kind, OnRecords what) {
        when(courts.source()).thenReturn(RecordSource.PLATFORM);
        when(courts.answers(kind, false)).thenReturn(true);
        what.answeredBy(courts, kind);
    }

    private void theCourtsAreSilentAbout(RecordKind kind) {
        when(courts.source()).thenReturn(RecordSource.PLATFORM);
        when(courts.answers(kind, false)).thenReturn(true);
        OnRecords.silent(courts, kind);
    }

    private static OnRecords enforcement() {
        return OnRecords.of(new PublicRecord(
                "（2025）测0101执1194号",
                "示例人民法院",
                "",
                "执行中",
                LocalDate.parse("2025-07-08"),
                new BigDecimal("377352.10"),
                null));
    }

    private static Map<String, Object> found(Answer report, String kind) {
        return indicators(report, "publicRecords").stream()
                .filter(it -> it.get("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_roles_keep_from_the_reader_is_in_neither() throws Exception {
        CurrentUser kept = officer.seeing(
                Map.of(FinanceFields.LEGAL_REP, FieldRule.HIDDEN, FinanceFields.ADDRESS, FieldRule.MASKED));

        assertThat(report(kept).body().toString()).doesNotContain("周敏", "巴县大道 8 号");
        byte[] file = client.as(kept)
                .get()
                .uri(ALL + applied.id() + "/report.pdf")
                .exchange()
                .returnResult(byte[].class)
                .getResponseBody();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("按权限不显示").doesNotContain("周敏", "巴县大道 8 号");
        }
    }

    private Answer report(CurrentUser reader) {
        return get(reader, ALL + applied.id() + "/report");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> indicators(Answer report, String section) {
        return (List<Map<String, Object>>) report.get(section);
    }

    private List<String> told() {
        return jdbc.sql("""
                        select data::text from outbox where type = 'finance.LoanApplicationViewed'
                        and data ->> 'applicationId' = ?""").param(applied.id().toString()).query(String.class).list();
    }

    private static InternalStandings.Fact fact(
            String name, FactKind kind, String unit, Object value, String valueName, FactSource source) {
        return new InternalStandings.Fact(
                name, name, unit, kind, value, valueName, source, LocalDate.parse("2026-06-30"));
    }
}
