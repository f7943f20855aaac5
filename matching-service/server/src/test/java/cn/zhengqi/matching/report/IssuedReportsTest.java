package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.profile.TaxDataEnded;
import cn.zhengqi.paper.PaperAutoConfiguration;
import cn.zhengqi.paper.PaperCopies;
import cn.zhengqi.paper.PaperSeal;
import cn.zhengqi.policy.api.InternalWindows;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.web.CurrentUser;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

class IssuedReportsTest extends MatchingTest {

    @Autowired
    private IssuedReports reports;

    @Autowired
    private ApplicationEventPublisher inside;

    @Autowired
    private Bulkhead place;

    private final UUID enterprise = Ids.next();
    private final CurrentUser owner = administratorOf(enterprise);

    @BeforeEach
    void the_library_is_published_and_the_enterprise_has_filled_in_something() {
        theLibraryAnd(enterprise);
        fill(Map.of(
                "employees",
                60,
                "insured",
                55,
                "rdStaff",
                12,
                "revenue",
                List.of(2400, 2000, 1500),
                "rdExpense",
                List.of(300, 260, 200),
                "totalAssets",
                1800,
                "residentEnterprise",
                true,
                "restrictedIndustry",
                false));
    }

    @Test
    void without_a_match_there_is_nothing_to_issue() {
        client.as(owner)
                .post()
                .uri("/api/match/my/reports")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_MATCHED_YET");
    }

    @Test
    void the_same_content_is_issued_once_and_shows_the_same_later_whatever_happens_to_the_profile() {
        match();
        JsonNode first = issue();
        JsonNode content = get("/api/match/reports/" + id(first)).path("content");

        assertThat(issue()).isEqualTo(first);
        fill(Map.of("employees", 61));
        match();
        JsonNode second = issue();

        assertThat(second.path("number")).isNotEqualTo(first.path("number"));
        assertThat(get("/api/match/reports/" + id(first)).path("content")).isEqualTo(content);
        assertThat(content.path("summary"))
                .isEqualTo(get("/api/match/my/report").path("summary"));
        assertThat(get("/api/match/my/reports").path("items").valueStream().map(one -> one.path("number")))
                .containsExactly(second.path("number"), first.path("number"));
    }

    @Test
    void no_report_is_issued_of_an_answer_that_is_known_to_be_outdated() {
        match();
        fill(Map.of("employees", 61));
        assertThat(get("/api/match/my/match/changes").path("profile").asBoolean())
                .isTrue();

        JsonNode content = get("/api/match/reports/" + id(issue())).path("content");

        assertThat(content.path("facts")
                        .valueStream()
                        .filter(fact -> fact.path("name").asString().equals("employees"))
                        .map(fact -> fact.path("value").asString()))
                .containsExactly("61 人");
        assertThat(content.path("resultId"))
                .as("what the enterprise sees from now on")
                .isEqualTo(get("/api/match/my/match/latest").path("id"));
        assertThat(get("/api/match/my/match/changes").path("profile").asBoolean())
                .isFalse();
    }

    @Test
    void an_answer_of_another_day_is_outdated_too() {
        match();
        jdbc.sql("""
                        insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result, tax_facts, library_revision)
                        select gen_random_uuid(), enterprise_id, created_at + interval '1 second', created_by, as_of - 1, facts, result, tax_facts, library_revision
                        from match_result where enterprise_id = ?""").param(enterprise).update();
        JsonNode changes = get("/api/match/my/match/changes");
        assertThat(changes.path("day").asBoolean()).isTrue();
        assertThat(changes.path("profile").asBoolean()).isFalse();

        issue();
        assertThat(jdbc.sql("select count(*) from match_result where enterprise_id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .as("matched anew for today")
                .isEqualTo(3);
    }

    @Test
    void where_it_cannot_be_made_anew_now_nothing_is_issued_and_it_is_said_why() {
        match();
        jdbc.sql("""
                        insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result, tax_facts, library_revision)
                        select gen_random_uuid(), enterprise_id, created_at - interval '1 second', created_by, as_of, facts, result, tax_facts, library_revision
                        from match_result, generate_series(1, 60) where enterprise_id = ?""").param(enterprise).update();
        fill(Map.of("employees", 61));

        client.as(owner)
                .post()
                .uri("/api/match/my/reports")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("匹配过于频繁，请稍后再试");
        assertThat(get("/api/match/my/reports").path("items")).isEmpty();
    }

    @Test
    void a_pdf_is_there_within_three_seconds() {
        match();
        String id = id(issue());
        pdf(id);

        // The bar is of a machine that does nothing else: the fastest of some.
        Duration fastest = IntStream.range(0, 5)
                .mapToObj(i -> {
                    long start = System.nanoTime();
                    pdf(id);
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(fastest).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void what_was_issued_cannot_be_changed_in_the_database_either() {
        match();
        String id = id(issue());

        assertThatThrownBy(() -> jdbc.sql("update planning_report set enterprise_name = '别的企业' where id = ?::uuid")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("A report stays as it was issued");
    }

    @Test
    void the_report_has_benefits_with_their_basis_days_tasks_sources_and_the_facts_it_used() {
        match();
        JsonNode report = get("/api/match/my/report");

        assertThat(report.path("benefits"))
                .isNotEmpty()
                .allSatisfy(range -> assertThat(range.path("basis")).isNotEmpty());
        assertThat(report.path("tasks")).isNotEmpty();
        assertThat(report.path("calendar"))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day.path("day").asString())
                        .isGreaterThanOrEqualTo(report.path("asOf").asString()));
        assertThat(report.path("sources").size()).isGreaterThan(20);
        assertThat(report.path("facts")
                        .valueStream()
                        .map(fact -> fact.path("name").asString()))
                .contains("employees", "rdExpense");
        assertThat(report.path("nextFacts").path("steps")).isNotEmpty();
    }

    @Test
    void windows_of_projects_are_in_the_calendar_with_the_way_to_them_and_the_report_says_where_they_are_not_known() {
        match();
        String code =
                get("/api/match/my/report").path("eligible").get(0).path("code").asString();
        UUID policy = jdbc.sql("select subject_id from library_entry where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
        UUID project = Ids.next();
        LocalDate today = BusinessTime.today(clock);
        when(windows.windows())
                .thenReturn(List.of(
                        new InternalWindows.Window(
                                InternalWindows.Kind.DECLARATION,
                                project,
                                policy,
                                "测试项目",
                                today.plusDays(3),
                                today.plusDays(20)),
                        new InternalWindows.Window(
                                InternalWindows.Kind.REDEMPTION,
                                project,
                                policy,
                                "测试兑付",
                                today.minusDays(3),
                                today.plusDays(9)),
                        new InternalWindows.Window(
                                InternalWindows.Kind.DECLARATION, project, Ids.next(), "别的政策", today, today)));

        JsonNode report = get("/api/match/my/report");
        assertThat(report.path("calendar")
                        .valueStream()
                        .filter(day -> day.has("link"))
                        .map(day -> day.path("day").asString() + " "
                                + day.path("kind").asString() + " "
                                + day.path("link").asString() + " "
                                + day.path("words").asString()))
                .containsExactly(
                        today.plusDays(3) + " DECLARATION_OPENS /declarations/projects/" + project + " 申报项目“测试项目”开始受理",
                        today.plusDays(9) + " REDEMPTION_CLOSES /redemptions/projects/" + project
                                + " 兑付项目“测试兑付”受理的最后一天",
                        today.plusDays(20) + " DECLARATION_CLOSES /declarations/projects/" + project
                                + " 申报项目“测试项目”受理的最后一天");
        assertThat(report.has("windowsNote")).isFalse();
        assertThat(body(client.as(owner).post().uri("/api/match/my/reports"))
                        .path("number")
                        .asString())
                .startsWith("GH");

        when(windows.windows()).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        assertThat(get("/api/match/my/report").path("windowsNote").asString()).contains("未能取得");
    }

    @Test
    void a_tax_benefit_is_had_with_the_return_and_nothing_is_to_be_handed_in_for_it() {
        match();
        JsonNode report = get("/api/match/my/report");
        List<String> taxes = report.path("eligible")
                .valueStream()
                .filter(policy -> policy.path("category").asString().equals("税收"))
                .map(policy -> policy.path("code").asString())
                .toList();

        assertThat(report.path("tasks")
                        .valueStream()
                        .filter(task -> task.path("kind").asString().equals("APPLY"))
                        .filter(task -> taxes.contains(task.path("codes").get(0).asString())))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.path("words").asString()).startsWith("核对条件，在办理纳税申报时享受《"));
        assertThat(report.path("calendar")
                        .valueStream()
                        .filter(day -> taxes.contains(day.path("code").asString()))
                        .map(day -> day.path("words").asString()))
                .isNotEmpty()
                .noneMatch(words -> words.contains("请在此前申报"));
    }

    @Test
    void the_pdf_is_tagged_has_its_own_font_numbered_pages_a_qr_code_and_who_took_it_out() throws Exception {
        match();
        JsonNode report = issue();

        byte[] file = pdf(id(report));

        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .contains(report.path("number").asString());
            List<PDFont> fonts = new ArrayList<>();
            List<PDImageXObject> pictures = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
                for (COSName name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
                        pictures.add(picture);
                    }
                }
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).endsWith("+WenQuanYiMicroHei");
            });
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf))
                        .contains("第 " + page + " 页，共 " + pdf.getNumberOfPages() + " 页")
                        .contains("导出人：" + owner.name())
                        .contains("编号：" + report.path("number").asString())
                        .doesNotContain(owner.accountId().toString());
            }
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text)
                    .contains("可享（", "差一项（", "待补充（", "要做的事", "日历", "政策来源", "重庆渝巴软件有限公司")
                    .contains("最近一年2,400万元，前一年2,000万元，前两年1,500万元")
                    .contains("本次逐条对照过的全部政策")
                    .contains("职工总数60人企业填报，" + BusinessTime.today(clock))
                    .doesNotContain("登记或企业填报")
                    .doesNotContain("�");
            assertThat(Pattern.compile("(?<![\\d,.])([\\d,.]+)—\\1(?![\\d,.])")
                            .matcher(text)
                            .find())
                    .as("a range from a figure to the same")
                    .isFalse();
            assertThat(pictures).hasSize(1);
            String code = new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(
                            new BufferedImageLuminanceSource(pictures.getFirst().getImage()))))
                    .getText();
            assertThat(code)
                    .endsWith("/m/report-check?number=" + report.path("number").asString() + "&print="
                            + report.path("fingerprint").asString().substring(0, 16));
        }
    }

    @Test
    void what_has_not_begun_stands_apart_on_screen_and_paper_and_is_not_one_step_away() throws Exception {
        UUID policy = Ids.next();
        String code = "U" + policy.toString().substring(28);
        LocalDate tomorrow = BusinessTime.today(clock).plusDays(1);
        tell(Published.edition(policy, code, 1, tomorrow, 50), 1);
        await().until(() -> listed(policy));
        try {
            isToldApart(code, tomorrow);
        } finally {
            tell(new PolicyWithdrawn(policy, code, 99, Instant.now()), 99);
            await().until(() -> !listed(policy));
        }
    }

    private void isToldApart(String code, LocalDate tomorrow) throws Exception {
        match();
        JsonNode report = get("/api/match/my/report");
        JsonNode summary = report.path("summary");

        assertThat(report.path("nearly")
                        .valueStream()
                        .filter(near -> near.has("beginsOn"))
                        .map(near -> near.path("code").asString() + " "
                                + near.path("beginsOn").asString()))
                .containsExactly(code + " " + tomorrow);
        assertThat(summary.path("upcoming").asInt()).isOne();
        assertThat(report.path("tasks")
                        .valueStream()
                        .map(task -> task.path("words").asString())
                        .filter(words -> words.contains("施行，再申报")))
                .as("it lacks nothing that could be made good")
                .singleElement()
                .asString()
                .startsWith("等到" + BusinessTime.inWords(tomorrow) + "施行，再申报《");
        assertThat(summary.path("nearly").asInt())
                .isEqualTo(report.path("nearly").size() - 1);
        try (PDDocument pdf = Loader.loadPDF(pdf(id(issue())))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains("差一项（" + summary.path("nearly").asInt() + "条）", "尚未施行（1条）", "尚未施行1条");
        }
    }

    @Test
    void figures_and_days_stand_whole_in_their_columns() throws Exception {
        match();
        byte[] file = pdf(id(issue()));

        try (PDDocument pdf = Loader.loadPDF(file)) {
            List<String> lines = new PDFTextStripper().getText(pdf).lines().toList();
            assertThat(lines)
                    .noneMatch(line -> line.matches(".*(^|\\s)\\d{4}-\\d{2}-$"))
                    .anyMatch(line -> line.matches(".*\\d{4}-\\d{2}-\\d{2} 至 (长期|\\d{4}-\\d{2}-\\d{2}).*"));
        }
    }

    @Test
    void anybody_can_check_a_copy_and_a_changed_one_is_told() throws Exception {
        match();
        JsonNode report = issue();
        String number = report.path("number").asString();
        byte[] file = pdf(id(report));
        byte[] again = pdf(id(report));

        JsonNode check = check(number + "?printed="
                + report.path("fingerprint").asString().substring(0, 16) + "&file=" + sha256(file));
        assertThat(check.path("enterpriseName").asString()).isEqualTo("重庆****公司");
        assertThat(check.path("genuine").asBoolean()).isTrue();
        assertThat(check.path("content").asString()).isEqualTo("SAME");
        assertThat(check.path("printed").asString()).isEqualTo("SAME");
        assertThat(check.path("file").asString()).isEqualTo("SAME");
        assertThat(check(number + "?file=" + sha256(again)).path("file").asString())
                .isEqualTo("SAME");

        file[file.length / 2]++;
        JsonNode changed = check(number.toLowerCase() + "?printed=00000000&file=" + sha256(file));
        assertThat(changed.path("file").asString()).isEqualTo("CHANGED");
        assertThat(changed.path("printed").asString()).isEqualTo("CHANGED");
        assertThat(signatureHolds(check)).isTrue();
        assertThat(check(number).has("file")).isFalse();
    }

    @Test
    void a_record_that_was_changed_behind_the_platforms_back_is_not_genuine() {
        match();
        JsonNode report = issue();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table planning_report disable trigger report_stays").update();
            jdbc.sql(
                            "update planning_report set content = replace(content, '\"employees\"', '\"employee\"') where id = ?::uuid")
                    .param(id(report))
                    .update();
            jdbc.sql("alter table planning_report enable trigger report_stays").update();
        });

        JsonNode check = check(report.path("number").asString());
        assertThat(check.path("genuine").asBoolean()).isFalse();
        assertThat(check.path("content").asString()).isEqualTo("CHANGED");
    }

    @Test
    void a_record_whose_hash_was_exchanged_together_with_the_content_does_not_stand_up_to_the_signature() {
        match();
        JsonNode report = issue();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table planning_report disable trigger report_stays").update();
            jdbc.sql("""
                            update planning_report set content = changed.text, content_sha256 = sha256(convert_to(changed.text, 'UTF8'))
                            from (select id, replace(content, '"employees"', '"employee"') as text from planning_report) changed
                            where changed.id = planning_report.id and planning_report.id = ?::uuid""").param(id(report)).update();
            jdbc.sql("alter table planning_report enable trigger report_stays").update();
        });

        JsonNode check = check(report.path("number").asString());

        assertThat(check.path("content").asString()).isEqualTo("SAME");
        assertThat(check.path("genuine").asBoolean()).isFalse();
    }

    @Test
    void a_file_of_another_report_is_none_of_this_one() throws Exception {
        match();
        JsonNode first = issue();
        byte[] file = pdf(id(first));
        fill(Map.of("employees", 61));
        match();
        JsonNode second = issue();

        assertThat(check(first.path("number").asString() + "?file=" + sha256(file))
                        .path("file")
                        .asString())
                .isEqualTo("SAME");
        assertThat(check(second.path("number").asString() + "?file=" + sha256(file))
                        .path("file")
                        .asString())
                .isEqualTo("CHANGED");
        assertThat(check(second.path("number").asString() + "?printed="
                                + first.path("fingerprint").asString().substring(0, 16))
                        .path("printed")
                        .asString())
                .isEqualTo("CHANGED");
    }

    @Test
    void what_is_no_number_and_what_is_no_hash_is_told() {
        client.anonymous()
                .get()
                .uri("/api/match/report-checks/GH20261127-0000000000")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("没有编号为 GH20261127-0000000000 的规划报告，请核对编号");
        for (String wrong : List.of("file=abc", "printed=XYZ")) {
            client.anonymous()
                    .get()
                    .uri("/api/match/report-checks/GH20261127-0000000000?" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED");
        }
    }

    @Test
    void content_that_used_tax_data_goes_with_its_authorization_and_copies_can_still_be_checked() throws Exception {
        match();
        JsonNode report = issue();
        byte[] file = pdf(id(report));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table planning_report disable trigger report_stays").update();
            jdbc.sql("update planning_report set uses_tax = true where id = ?::uuid")
                    .param(id(report))
                    .update();
            jdbc.sql("alter table planning_report enable trigger report_stays").update();
        });

        transaction.executeWithoutResult(status -> inside.publishEvent(new TaxDataEnded(enterprise)));

        client.as(owner)
                .get()
                .uri("/api/match/reports/" + id(report))
                .exchange()
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TAX_AUTHORIZATION_ENDED");
        JsonNode check = check(report.path("number").asString() + "?file=" + sha256(file));
        assertThat(check.path("genuine").asBoolean()).isTrue();
        assertThat(check.has("content")).as("nothing is left to be compared").isFalse();
        assertThat(check.path("file").asString()).isEqualTo("SAME");
        assertThat(get("/api/match/my/reports")
                        .path("items")
                        .get(0)
                        .path("readable")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void content_goes_after_two_years_and_not_before() {
        match();
        JsonNode report = issue();
        clock.forward(Duration.ofDays(729));
        reports.forgetOld();
        assertThat(get("/api/match/reports/" + id(report)).has("content")).isTrue();

        clock.forward(Duration.ofDays(2));
        reports.forgetOld();

        client.as(owner)
                .get()
                .uri("/api/match/reports/" + id(report))
                .exchange()
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REPORT_CONTENT_GONE");
    }

    private boolean listed(UUID policy) {
        return jdbc.sql("select exists (select from library_entry where subject_id = ? and listed)")
                .param(policy)
                .query(Boolean.class)
                .single();
    }

    private void copiesWereTaken(String id, int copies) {
        for (int i = 0; i < copies; i++) {
            jdbc.sql(
                            "insert into planning_report_copy (sha256, report_id, made_at, made_by) values (?, ?::uuid, now(), ?)")
                    .params(PaperSeal.sha256(id + i), id, owner.accountId())
                    .update();
        }
    }

    @Test
    void of_many_who_take_out_the_last_copy_at_once_one_gets_it() throws Exception {
        match();
        String id = id(issue());
        IssuedReport report = reports.read(enterprise, UUID.fromString(id)).report();
        copiesWereTaken(id, PaperCopies.MOST_IN_SPAN - 1);
        List<Callable<Boolean>> all = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    try {
                        reports.takenOut(report, new byte[] {(byte) number}, owner);
                        return true;
                    } catch (ProblemException tooMany) {
                        return false;
                    }
                })
                .toList();

        List<Boolean> got = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                got.add(one.get());
            }
        }

        assertThat(got).containsOnlyOnce(true).hasSize(8);
    }

    @Test
    void who_takes_out_too_many_copies_is_asked_to_wait() {
        match();
        String id = id(issue());
        copiesWereTaken(id, PaperCopies.MOST_IN_SPAN);

        client.as(owner)
                .get()
                .uri("/api/match/reports/" + id + "/pdf")
                .exchange()
                .expectStatus()
                .isEqualTo(429);
    }

    @Test
    void while_the_place_for_paper_is_taken_others_wait_only_so_long_and_are_told_to_come_back() {
        match();
        String id = id(issue());
        assertThat(place.getBulkheadConfig())
                .satisfies(it -> assertThat(it.getMaxConcurrentCalls()).isEqualTo(PaperAutoConfiguration.AT_ONCE))
                .satisfies(it -> assertThat(it.getMaxWaitDuration()).isEqualTo(PaperAutoConfiguration.PATIENCE));
        place.acquirePermission();
        place.changeConfig(BulkheadConfig.from(place.getBulkheadConfig())
                .maxWaitDuration(Duration.ofMillis(20))
                .build());
        try {
            client.as(owner)
                    .get()
                    .uri("/api/match/reports/" + id + "/pdf")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("SERVICE_BUSY");
        } finally {
            place.releasePermission();
            place.changeConfig(BulkheadConfig.from(place.getBulkheadConfig())
                    .maxWaitDuration(PaperAutoConfiguration.PATIENCE)
                    .build());
        }
        assertThat(jdbc.sql("select count(*) from planning_report_copy where report_id = ?::uuid")
                        .param(id)
                        .query(Long.class)
                        .single())
                .as("what was not made is not on record")
                .isZero();

        assertThat(pdf(id)).isNotEmpty();
        assertThat(place.getMetrics().getAvailableConcurrentCalls()).isEqualTo(PaperAutoConfiguration.AT_ONCE);
    }

    @Test
    void the_days_come_as_a_calendar() {
        match();
        String calendar = client.as(owner)
                .get()
                .uri("/api/match/reports/" + id(issue()) + "/calendar")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/calendar")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(calendar).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
    }

    @Test
    void issuing_and_taking_out_go_on_record() {
        match();
        JsonNode report = issue();
        pdf(id(report));

        assertThat(jdbc.sql("""
                        select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? order by data ->> 'action'""").param(id(report)).query(String.class).list())
                .containsExactly("REPORT_ISSUED", "REPORT_TAKEN_OUT");
    }

    private static boolean signatureHolds(JsonNode check) throws Exception {
        JsonNode signature = check.path("signature");
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(signature.path("publicKey").asString()))));
        verifier.update(signature.path("signedText").asString().getBytes(StandardCharsets.UTF_8));
        return verifier.verify(
                Base64.getDecoder().decode(signature.path("value").asString()));
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private static String id(JsonNode report) {
        return report.path("id").asString();
    }

    private JsonNode issue() {
        return body(client.as(owner).post().uri("/api/match/my/reports"));
    }

    private void match() {
        body(client.as(owner).post().uri("/api/match/my/match"));
    }

    private JsonNode check(String numberAndQuestion) {
        return body(client.anonymous().get().uri("/api/match/report-checks/" + numberAndQuestion));
    }

    private JsonNode get(String uri) {
        return body(client.as(owner).get().uri(uri));
    }

    private static JsonNode body(RestTestClient.RequestHeadersSpec<?> request) {
        return request.exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private byte[] pdf(String id) {
        return client.as(owner)
                .get()
                .uri("/api/match/reports/" + id + "/pdf")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private void fill(Map<String, Object> facts) {
        client.as(owner)
                .put()
                .uri("/api/match/my/profile/facts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("facts", facts))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
