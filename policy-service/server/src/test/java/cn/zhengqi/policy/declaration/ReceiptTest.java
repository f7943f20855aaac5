package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.web.CurrentUser;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;

/** 提交回执: what an enterprise takes out of what it handed in, and what anybody is told of a copy. */
class ReceiptTest extends DeclarationServiceTest {

    private Answer declared;

    @BeforeEach
    void a_declaration() {
        declared = submitted(enterprise, opened(project()).id());
    }

    @Test
    void it_is_tagged_and_says_what_was_handed_in_when_and_by_when_the_first_step_is_promised() throws Exception {
        byte[] file = receipt(enterprise, declared.id());

        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getPage(0).getResources().getFontNames())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(
                                    pdf.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue());
        }
        String due = (String) ((Map<?, ?>) declared.get("promise")).get("dueOn");
        String[] day = due.split("-");
        assertThat(textOf(file))
                .contains(
                        "政策申报提交回执",
                        (String) declared.get("number"),
                        "测试申报项目",
                        (String) declared.get("enterpriseName"),
                        "不代表已经受理",
                        "收到的材料（1份）",
                        "营业执照",
                        "执照.pdf",
                        sm3(TestPdf.ofOnePage()),
                        "受理3个工作日，" + day[0] + "年" + Integer.parseInt(day[1]) + "月" + Integer.parseInt(day[2])
                                + "日前（含当日）办结本环节",
                        "导出人：" + enterprise.name());
    }

    @Test
    void it_stays_what_was_handed_in_first_whatever_is_supplemented() throws Exception {
        Answer taken = act(officer, declared, "take-on", Map.of());
        Answer back = act(
                officer, taken, "send-back", Map.of("reason", "请换一份执照", "marked", List.of(Map.of("key", "licence"))));
        byte[] other = Arrays.copyOf(TestPdf.ofOnePage(), TestPdf.ofOnePage().length + 1);
        post(
                enterprise,
                "/api/policy/my/declarations/" + back.id() + "/supplement",
                Map.of(
                        "version",
                        back.version(),
                        "answers",
                        back.get("answers"),
                        "papers",
                        Map.of("licence", List.of(uploaded(enterprise, other).id()))));

        assertThat(textOf(receipt(enterprise, declared.id())))
                .contains(sm3(TestPdf.ofOnePage()))
                .doesNotContain(sm3(other));
    }

    @Test
    void the_same_number_comes_again_and_anybody_can_check_a_copy() throws Exception {
        byte[] first = receipt(enterprise, declared.id());
        byte[] second = receipt(enterprise, declared.id());
        String number = numberOn(first);

        assertThat(numberOn(second)).isEqualTo(number);
        Map<String, Object> check = check(number.toLowerCase() + "?file=" + sha256(second));
        assertThat(check)
                .containsEntry("number", number)
                .containsEntry("genuine", true)
                .containsEntry("content", "SAME")
                .containsEntry("file", "SAME")
                .containsEntry("declarationNumber", declared.get("number"))
                .containsEntry("projectTitle", "测试申报项目");
        assertThat(check.get("enterpriseName")).isNotEqualTo(declared.get("enterpriseName"));
        first[first.length / 2]++;
        assertThat(check(number + "?file=" + sha256(first) + "&printed=00000000"))
                .containsEntry("file", "CHANGED")
                .containsEntry("printed", "CHANGED");
        assertThat(jdbc.sql("""
                        select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?
                        and data ->> 'action' like 'RECEIPT%' order by seq""")
                        .param(declared.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("RECEIPT_ISSUED", "RECEIPT_TAKEN_OUT", "RECEIPT_TAKEN_OUT");
    }

    @Test
    void who_asks_for_it_at_once_gets_one_number() throws Exception {
        assertThat(atOnce(List.of(
                        () -> numbered(receipt(enterprise, declared.id())),
                        () -> numbered(receipt(enterprise, declared.id())))))
                .extracting(answer -> answer.get("number"))
                .containsOnly(jdbc.sql("select number from declaration_receipt where declaration_id = ?")
                        .param(declared.id())
                        .query(String.class)
                        .single());
    }

    private static Answer numbered(byte[] file) throws Exception {
        return new Answer(200, Map.of("number", numberOn(file)));
    }

    @Test
    void what_was_not_handed_in_has_none_and_what_is_another_enterprises_is_not_there() {
        Answer draft = begun(enterprise, opened(project()).id());

        assertThat(get(enterprise, pathOf(draft.id())).code()).isEqualTo("STATE_CONFLICT");
        assertThat(get(anEnterprise(), pathOf(declared.id())).status()).isEqualTo(404);
        assertThat(get(enterprise, "/api/policy/receipt-checks/HZ20261127-0000000000")
                        .get("detail"))
                .isEqualTo("没有编号为 HZ20261127-0000000000 的提交回执，请核对编号");
    }

    @Test
    void with_its_declaration_it_is_destroyed_and_its_copies_with_it() {
        receipt(enterprise, declared.id());
        UUID id = jdbc.sql("select id from declaration_receipt where declaration_id = ?")
                .param(declared.id())
                .query(UUID.class)
                .single();

        jdbc.sql("delete from declaration where id = ?").param(declared.id()).update();

        for (String left : List.of(
                "select count(*) from declaration_receipt where id = ?",
                "select count(*) from declaration_receipt_copy where receipt_id = ?")) {
            assertThat(jdbc.sql(left).param(id).query(Long.class).single())
                    .as(left)
                    .isZero();
        }
    }

    @Test
    void it_cannot_be_changed_in_the_database_either() {
        receipt(enterprise, declared.id());

        for (String change : List.of(
                "update declaration_receipt set enterprise_name = '别的企业' where declaration_id = ?",
                "delete from declaration_receipt where declaration_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(declared.id()).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("A receipt stays as it was issued");
        }
    }

    private static String pathOf(UUID declaration) {
        return "/api/policy/my/declarations/" + declaration + "/receipt";
    }

    private byte[] receipt(CurrentUser who, UUID declaration) {
        return client.as(who)
                .get()
                .uri(pathOf(declaration))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> check(String numberAndQuestion) {
        return client.anonymous()
                .get()
                .uri("/api/policy/receipt-checks/" + numberAndQuestion)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    /** Without blanks and line ends: where a cell breaks says nothing. */
    private static String textOf(byte[] file) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return stripper.getText(pdf).replaceAll("\\s", "");
        }
    }

    private static String numberOn(byte[] file) throws Exception {
        Matcher number = Pattern.compile("HZ\\d{8}-[0-9A-Z]{10}").matcher(textOf(file));
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static String sm3(byte[] file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SM3", new BouncyCastleProvider())
                        .digest(file));
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }
}
