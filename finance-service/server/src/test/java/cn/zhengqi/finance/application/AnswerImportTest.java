package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A bank brings its answers as a file: all of them, or none and what is wrong with each. */
class AnswerImportTest extends FinanceServiceTest {

    @Autowired
    private LoanApplicationMapper applications;

    private static final String ALL = "/api/finance/applications";
    private static final String HEAD = "申请编号,答复,授信额度（元）,年利率（%）,授信期限（月）,授信有效期至,此前已有贷款,不通过原因,说明,放款金额（元）,放款日期,放款流水号";

    @Test
    void what_waits_is_taken_out_and_comes_back_answered_and_the_same_file_changes_nothing_again() {
        Answer first = submit(enterprise, application());
        Answer second = submit(anEnterprise(), application());
        Answer third = submit(anEnterprise(), application());
        Answer fourth = submit(anEnterprise(), application());
        Answer fifth = approved(anEnterprise(), product, officer);
        Answer left = submit(anEnterprise(), application());
        ExportedFile sheet = ExportedFile.of(client.as(officer), "/api/finance/answer-sheet?holding=OPEN");
        assertThat(sheet.column("申请编号")).contains(number(first), number(left), number(fifth));
        String today = BusinessTime.today(Clock.systemUTC()).toString();
        List<String> rows = List.of(
                number(first) + ",批准,\"400,000\",3.45%,12,2030年12月31日,否,,,,",
                number(second) + ",不通过,,,,,,负债水平过高,负债率超出限额,,",
                number(third) + ",要求补充材料,,,,,,,近三个月的银行流水,,",
                number(fourth) + ",受理,,,,,,,,,",
                number(fifth) + ",放款,,,,,,,,150000.00," + today + ",FK-1",
                number(left) + ",,,,,,,,,,");

        Answer checked = brought(officer, "answer-checks", rows);
        assertThat(checked.body())
                .containsEntry("approved", 1)
                .containsEntry("refused", 1)
                .containsEntry("materialAsked", 1)
                .containsEntry("accepted", 1)
                .containsEntry("disbursed", 1)
                .containsEntry("unanswered", 1);
        assertThat(statusOf(first)).as("only looked at").isEqualTo("SUBMITTED");

        assertThat(brought(officer, "answers", rows).body()).isEqualTo(checked.body());
        assertThat(List.of(first, second, third, fourth, left))
                .extracting(this::statusOf)
                .containsExactly("APPROVED", "REFUSED", "NEED_MATERIAL", "IN_REVIEW", "SUBMITTED");
        Answer granted = get(officer, ALL + "/" + first.id());
        assertThat(granted.body())
                .containsEntry("grantedAmount", 400_000.0)
                .containsEntry("grantedRate", 3.45)
                .containsEntry("validUntil", "2030-12-31");
        assertThat(get(officer, ALL + "/" + fifth.id()).get("disbursedAmount")).isEqualTo(150_000.0);
        assertThat(eventsOf(first.id()))
                .containsExactly(
                        "finance.LoanApplicationSubmitted",
                        "finance.LoanApplicationAccepted",
                        "finance.LoanApplicationApproved");

        assertThat(brought(officer, "answers", rows).body())
                .containsEntry("unchanged", 5)
                .containsEntry("approved", 0);
        assertThat(get(officer, ALL + "/" + first.id()).version()).isEqualTo(granted.version());
    }

    /** Its words have to be those of the catalogue, which an officer does not know by heart. */
    @Test
    void the_sheet_offers_what_an_answer_and_a_reason_may_be() throws IOException {
        submit(enterprise, application());
        byte[] file = client.as(officer)
                .get()
                .uri("/api/finance/answer-sheet?holding=OPEN")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody();

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(file)))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getDataValidations())
                    .extracting(
                            choice -> List.of(choice.getValidationConstraint().getExplicitListValues()))
                    .containsExactlyInAnyOrder(
                            List.of("受理", "要求补充材料", "批准", "不通过", "放款"),
                            List.of("是", "否"),
                            List.of(
                                    "征信记录不符合要求",
                                    "纳税情况不符合要求",
                                    "经营年限不足",
                                    "还款能力不足",
                                    "负债水平过高",
                                    "担保或抵押不足",
                                    "所属行业不在支持范围",
                                    "材料不全或不实",
                                    "无法与企业取得联系",
                                    "其他原因"));
        }
    }

    @Test
    void two_payments_of_one_amount_on_one_day_are_two_by_their_numbers_also_in_one_file() {
        Answer it = approved(enterprise, product, officer);
        List<String> both = List.of(paid(it, "100000.00", "FK-1"), paid(it, "100000.00", "FK-2"));

        assertThat(brought(officer, "answers", both).body()).containsEntry("disbursed", 2);
        assertThat(brought(officer, "answers", both).body())
                .as("the same numbers are the same payments")
                .containsEntry("unchanged", 2)
                .containsEntry("disbursed", 0);
        assertThat(brought(officer, "answers", List.of(paid(it, "100000.00", "FK-2"), paid(it, "100000.00", "FK-3")))
                        .body())
                .containsEntry("unchanged", 1)
                .containsEntry("disbursed", 1);
        assertThat(brought(officer, "answers", List.of(paid(it, "100000.00", "")))
                        .get("errors")
                        .toString())
                .contains("流水号 FK-1", "是另一笔的，请在“放款流水号”中填写本行的流水号");

        Answer after = get(officer, ALL + "/" + it.id());
        assertThat(after.get("disbursedAmount")).isEqualTo(300_000.0);
        assertThat(after.get("timeline").toString()).contains("流水号 FK-1", "流水号 FK-2", "流水号 FK-3");
    }

    @Test
    void a_payment_without_a_number_that_looks_like_a_recorded_one_is_told_and_nothing_of_its_file_is_done() {
        Answer it = approved(enterprise, product, officer);
        Answer other = submit(anEnterprise(), application());
        assertThat(brought(officer, "answers", List.of(paid(it, "100000.00", "")))
                        .body())
                .containsEntry("disbursed", 1);

        for (String route : List.of("answer-checks", "answers")) {
            Answer refused =
                    brought(officer, route, List.of(number(other) + ",受理,,,,,,,,,", paid(it, "100000.00", "")));
            assertThat(problems(refused)).containsExactly("rows[3] DISBURSEMENT_RECORDED");
            assertThat(refused.get("errors").toString()).contains("未填流水号", "是另一笔的，请在该申请的页面登记放款");
        }
        assertThat(statusOf(other)).isEqualTo("SUBMITTED");
        assertThat(get(officer, ALL + "/" + it.id()).get("disbursedAmount")).isEqualTo(100_000.0);

        assertThat(problems(brought(officer, "answers", List.of(paid(it, "100000.00", "FK-2")))))
                .as("nor does a number tell them apart that the recorded one has not")
                .containsExactly("rows[2] DISBURSEMENT_RECORDED");
        assertThat(get(officer, ALL + "/" + it.id()).get("disbursedAmount")).isEqualTo(100_000.0);
    }

    @Test
    void a_number_stands_for_one_payment_of_its_application() {
        Answer it = approved(enterprise, product, officer);
        Answer other = approved(anEnterprise(), product, officer);
        brought(officer, "answers", List.of(paid(it, "100000.00", "FK-1")));

        Answer refused = brought(
                officer,
                "answers",
                List.of(
                        paid(it, "90000.00", "FK-1"),
                        paid(other, "10000.00", "FK-1"),
                        paid(other, "20000.00", "FK-1"),
                        paid(other, "30000.00", ""),
                        paid(other, "40000.00", "没有"),
                        paid(other, "40000.00", "2.02612E+17"),
                        number(other) + ",受理,,,,,,,,,"));

        assertThat(problems(refused))
                .containsExactly(
                        "rows[2] DISBURSEMENT_RECORDED",
                        "rows[4] DOUBLED",
                        "rows[5] DOUBLED",
                        "rows[6] FORMAT",
                        "rows[6] DOUBLED",
                        "rows[7] FORMAT",
                        "rows[7] DOUBLED",
                        "rows[8] DOUBLED");
        assertThat(refused.get("errors").toString())
                .contains("是同一流水号的放款", "几次放款请在“放款流水号”中分别填写流水号", "只保留了前 15 位", "一次只能答复一次");
        assertThat(brought(officer, "answers", List.of(paid(other, "10000.00", "FK-1")))
                        .body())
                .as("another application's numbers are its own")
                .containsEntry("disbursed", 1);
        assertThat(jdbc.sql("select count(*) from loan_disbursement where application_id = ? and reference = 'FK-1'")
                        .param(it.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void of_a_spreadsheet_counts_what_a_cell_is_and_not_how_it_is_shown() throws IOException {
        Answer granted = submit(enterprise, application());
        Answer paid = approved(anEnterprise(), product, officer);
        LocalDate today = BusinessTime.today(Clock.systemUTC());
        byte[] file = workbook(sheet -> {
            sheet.cell(1, "申请编号", number(granted), null);
            sheet.cell(1, "答复", "批准", null);
            sheet.cell(1, "授信额度（元）", 399_999.5, "#,##0");
            sheet.cell(1, "年利率（%）", 0.0345, "0%");
            sheet.cell(1, "授信期限（月）", 12.0, "0.00");
            sheet.cell(1, "授信有效期至", LocalDate.of(2030, 12, 31), "[$-409]d-mmm-yy;@");
            sheet.cell(1, "此前已有贷款", "否", null);
            sheet.cell(2, "申请编号", number(paid), null);
            sheet.cell(2, "答复", "放款", null);
            sheet.cell(2, "放款金额（元）", 150_000.55, "#,##0");
            sheet.cell(2, "放款日期", today, "m/d/yyyy");
            sheet.cell(2, "放款流水号", 202612010001.0, null);
        });

        assertThat(upload(officer, "answers", file, "答复.xlsx").body())
                .containsEntry("approved", 1)
                .containsEntry("disbursed", 1);

        assertThat(get(officer, ALL + "/" + granted.id()).body())
                .containsEntry("grantedAmount", 399_999.5)
                .containsEntry("grantedRate", 3.45)
                .containsEntry("grantedTermMonths", 12)
                .containsEntry("validUntil", "2030-12-31");
        assertThat(get(officer, ALL + "/" + paid.id()).get("disbursedAmount")).isEqualTo(150_000.55);
        assertThat(get(officer, ALL + "/" + paid.id()).get("timeline").toString())
                .contains(today + " 放款", "流水号 202612010001");
    }

    @Test
    void a_number_whose_separators_stand_elsewhere_is_none() {
        Answer it = submit(enterprise, application());
        for (String amount : List.of("\"1234,56\"", "\"40,0000\"", "\",400\"", "400000%")) {
            assertThat(problems(brought(
                            officer,
                            "answer-checks",
                            List.of(number(it) + ",批准," + amount + ",3.45,12,2030-12-31,否,,,,"))))
                    .as(amount)
                    .containsExactly("rows[2] FORMAT");
        }
        assertThat(brought(
                                officer,
                                "answer-checks",
                                List.of(number(it) + ",批准,\"400,000.00\",3.45％,12,2030-12-31,否,,,,"))
                        .body())
                .containsEntry("approved", 1);
    }

    /** A bank's system that asks what changed since it last saw something would pass over rows that seem older than that and are seen later. */
    @Test
    void what_a_file_answered_has_changed_when_all_of_it_was() {
        List<Answer> them = List.of(
                submit(enterprise, application()),
                submit(anEnterprise(), application()),
                submit(anEnterprise(), application()));

        brought(
                officer,
                "answers",
                them.stream().map(it -> number(it) + ",受理,,,,,,,,,").toList());

        assertThat(jdbc.sql("""
                                select bool_and(a.changed_at >= (select max(s.at) from loan_application_step s where s.application_id = any(:ids)))
                                from loan_application a where a.id = any(:ids)""")
                        .param("ids", them.stream().map(Answer::id).toArray(UUID[]::new))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void each_error_of_each_row_is_named_and_nothing_is_done() {
        Answer good = submit(enterprise, application());
        Answer withdrawn = submit(anEnterprise(), application());
        Answer other = submit(anEnterprise(), application(aProductOf(aBank())));
        Answer tooMuch = submit(anEnterprise(), application());
        Answer unsaid = submit(anEnterprise(), application());
        Answer paid = approved(anEnterprise(), product, officer);
        CurrentUser borrower = anEnterprise();
        Answer gone = submit(borrower, application());
        post(borrower, "/api/finance/my/applications/" + gone.id() + "/withdraw", Map.of("version", gone.version()));

        Answer answer = brought(
                officer,
                "answers",
                List.of(
                        number(good) + ",批准,400000,3.45,12,2030-12-31,否,,,,",
                        number(good) + ",受理,,,,,,,,,",
                        number(other) + ",受理,,,,,,,,,",
                        number(gone) + ",批准,400000,3.45,12,2030-12-31,否,,,,",
                        number(tooMuch) + ",批准,900000,3.45,12,2030-12-31,否,,,,",
                        number(unsaid) + ",批准,400000,99,0,2020-01-01,,,,,",
                        number(withdrawn) + ",批准,四十万,,x,明年,,,,,",
                        "RZ0,同意,,,,,,,,,",
                        "RZ1,不通过,,,,,,心情不好,,,",
                        number(paid) + ",放款,,,,,,,,900000,2020-01-01",
                        ",受理,,,,,,,,,",
                        ",受理,,,,,,,,,"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("ANSWERS_FAULTY");
        assertThat(problems(answer))
                .as("in the order of the rows, and all of each row")
                .containsExactly(
                        "rows[3] DOUBLED",
                        "rows[4] NOT_FOUND",
                        "rows[5] STATE_CONFLICT",
                        "rows[6] GRANT_OUT_OF_RANGE",
                        "rows[7] RATE_OUT_OF_RANGE",
                        "rows[7] TERM_OUT_OF_RANGE",
                        "rows[7] VALIDITY_OUT_OF_RANGE",
                        "rows[7] REQUIRED",
                        "rows[8] FORMAT",
                        "rows[8] REQUIRED",
                        "rows[8] FORMAT",
                        "rows[8] FORMAT",
                        "rows[8] REQUIRED",
                        "rows[9] FORMAT",
                        "rows[9] NOT_FOUND",
                        "rows[10] REQUIRED",
                        "rows[10] NOT_FOUND",
                        "rows[10] REFUSAL_REASON_UNKNOWN",
                        "rows[11] DISBURSEMENT_EXCEEDS_GRANT",
                        "rows[11] DISBURSEMENT_DATE_OUT_OF_RANGE",
                        "rows[12] REQUIRED",
                        "rows[13] REQUIRED");
        assertThat(statusOf(good)).isEqualTo("SUBMITTED");
        assertThat(eventsOf(good.id())).containsExactly("finance.LoanApplicationSubmitted");
    }

    @Test
    void of_a_row_with_a_slip_the_rest_is_held_against_the_application_as_well() {
        Answer one = submit(enterprise, application());
        Answer other = submit(anEnterprise(), application());

        assertThat(problems(brought(
                        officer,
                        "answer-checks",
                        List.of(
                                number(one) + ",批准,1200000,3.45,12.5,2020-01-01,否,,,,",
                                number(other) + ",批准,九十万,30,12,2030-12-31,否,,,,"))))
                .containsExactly(
                        "rows[2] FORMAT",
                        "rows[2] GRANT_OUT_OF_RANGE",
                        "rows[2] VALIDITY_OUT_OF_RANGE",
                        "rows[3] FORMAT",
                        "rows[3] RATE_OUT_OF_RANGE");
    }

    @Test
    void a_rate_written_as_a_part_of_one_is_asked_about_unless_its_sign_says_that_it_is_meant() {
        Answer it = submit(enterprise, application());

        Answer slip = brought(officer, "answer-checks", List.of(number(it) + ",批准,400000,0.0385,12,2030-12-31,否,,,,"));
        assertThat(problems(slip)).containsExactly("rows[2] FORMAT");
        assertThat(slip.get("errors").toString()).contains("如 3.85 表示 3.85%", "确为 0.0385% 的，请带百分号填写");

        for (String meant : List.of("0.0385%", "0.25")) {
            assertThat(brought(
                                    officer,
                                    "answer-checks",
                                    List.of(number(it) + ",批准,400000," + meant + ",12,2030-12-31,否,,,,"))
                            .body())
                    .containsEntry("approved", 1);
        }
    }

    @Test
    void a_file_grants_no_longer_than_the_product_published_as_the_form_does_not() {
        Answer it = submit(enterprise, application());

        Answer tooLong = brought(officer, "answer-checks", List.of(number(it) + ",批准,400000,3.45,48,2030-12-31,否,,,,"));

        assertThat(problems(tooLong)).containsExactly("rows[2] TERM_OUT_OF_RANGE");
        assertThat(tooLong.get("errors").toString()).contains("授信期限应在 1 到 24 个月之间");
    }

    @Test
    void what_was_supplied_is_asked_for_again_in_other_words_and_not_passed_over_in_the_same() {
        Answer it = submit(enterprise, application());
        List<String> ask = List.of(number(it) + ",要求补充材料,,,,,,,近三个月的银行流水,,");
        assertThat(brought(officer, "answers", ask).body()).containsEntry("materialAsked", 1);
        assertThat(brought(officer, "answers", ask).body()).containsEntry("unchanged", 1);
        int version = get(officer, ALL + "/" + it.id()).version();
        post(
                enterprise,
                "/api/finance/my/applications/" + it.id() + "/supply-material",
                Map.of("version", version, "words", "流水已发送"));

        assertThat(problems(brought(officer, "answers", ask))).containsExactly("rows[2] MATERIAL_SUPPLIED_SINCE");

        List<String> more = List.of(number(it) + ",要求补充材料,,,,,,,流水缺第二个月,,");
        assertThat(brought(officer, "answers", more).body()).containsEntry("materialAsked", 1);
        assertThat(statusOf(it)).isEqualTo("NEED_MATERIAL");
        post(
                enterprise,
                "/api/finance/my/applications/" + it.id() + "/supply-material",
                Map.of("version", get(officer, ALL + "/" + it.id()).version(), "words", "材料已补齐"));
        assertThat(problems(brought(officer, "answers", ask)))
                .as("the old file again")
                .containsExactly("rows[2] MATERIAL_SUPPLIED_SINCE");
    }

    @Test
    void two_rows_cannot_both_grant_the_first_loan_of_one_enterprise() {
        Answer one = submit(enterprise, application());
        Answer another = submit(enterprise, application(aProductOf(bank)));

        Answer answer = brought(
                officer,
                "answers",
                List.of(
                        number(one) + ",批准,400000,3.45,12,2030-12-31,否,,,,",
                        number(another) + ",批准,400000,3.45,12,2030-12-31,否,,,,"));

        assertThat(problems(answer)).containsExactly("rows[3] FIRST_LOAN_ALREADY_GRANTED");
        assertThat(statusOf(one)).isEqualTo("SUBMITTED");
    }

    @Test
    void whom_a_file_grants_to_waits_in_rows_of_which_the_server_has_any_number() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Stream.generate(UUID::randomUUID).limit(500).sorted().forEach(applications::lock);
            assertThat(jdbc.sql("select count(*) from pg_locks where pid = pg_backend_pid()")
                            .query(Long.class)
                            .single())
                    .as("the table of locks is one of the whole server, full with some thousands")
                    .isLessThan(50);
        });
    }

    @Test
    void what_a_colleague_has_is_answered_by_a_file_of_the_head_alone_and_stays_with_them() {
        CurrentUser colleague = officerOf(bank);
        CurrentUser head = TestUsers.ofBank(bank.id(), "finance.application.handle", "finance.application.assign");
        Answer own = submit(enterprise, application());
        Answer ofColleague = submit(anEnterprise(), application());
        act(colleague, ofColleague.id(), "take", Map.of());
        List<String> rows =
                List.of(number(own) + ",不通过,,,,,,负债水平过高,负债率超出限额,,", number(ofColleague) + ",不通过,,,,,,负债水平过高,负债率超出限额,,");

        assertThat(problems(brought(officer, "answer-checks", rows)))
                .containsExactly("rows[3] APPLICATION_OF_COLLEAGUE");
        assertThat(problems(brought(officer, "answer-checks", List.of(number(own) + ",不通过,,,,,,负债水平过高,否,,"))))
                .as("a word is no reason")
                .containsExactly("rows[2] TOO_SHORT");
        assertThat(problems(brought(officer, "answer-checks", List.of(number(own) + ",要求补充材料,,,,,,,流水,,"))))
                .as("nor does one say what to send")
                .containsExactly("rows[2] TOO_SHORT");
        assertThat(brought(officer, "answers", rows).status()).isEqualTo(422);
        assertThat(statusOf(own)).isEqualTo("SUBMITTED");

        assertThat(brought(head, "answers", rows).body()).containsEntry("refused", 2);
        assertThat(get(officer, ALL + "/" + ofColleague.id()).get("handling").toString())
                .contains(colleague.accountId().toString());
    }

    @Test
    void a_file_without_its_columns_is_refused() {
        assertThat(upload(officer, "answers", "编号,结果\nRZ1,批准\n").code()).isEqualTo("FILE_UNREADABLE");
    }

    private Answer brought(CurrentUser who, String route, List<String> rows) {
        return upload(who, route, HEAD + "\n" + String.join("\n", rows) + "\n");
    }

    private String paid(Answer it, String amount, String number) {
        return number(it) + ",放款,,,,,,,," + amount + "," + BusinessTime.today(Clock.systemUTC()) + "," + number;
    }

    private Answer upload(CurrentUser who, String route, String text) {
        return upload(who, route, text.getBytes(StandardCharsets.UTF_8), "答复.csv");
    }

    private Answer upload(CurrentUser who, String route, byte[] file, String name) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return answerOf(client.as(who)
                .post()
                .uri("/api/finance/" + route)
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange());
    }

    @SuppressWarnings("unchecked")
    private static List<String> problems(Answer answer) {
        return ((List<Map<String, Object>>) answer.get("errors"))
                .stream().map(it -> it.get("field") + " " + it.get("code")).toList();
    }

    /** Writes cells of the types that spreadsheets have, with the format in which they are shown. */
    private record Typed(XSSFWorkbook workbook, XSSFSheet sheet) {

        void cell(int row, String column, Object value, @Nullable String format) {
            XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
            XSSFCell cell = line.createCell(List.of(HEAD.split(",")).indexOf(column));
            switch (value) {
                case Double number -> cell.setCellValue(number);
                case LocalDate day -> cell.setCellValue(day);
                default -> cell.setCellValue(value.toString());
            }
            if (format != null) {
                XSSFCellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(format));
                cell.setCellStyle(style);
            }
        }
    }

    private static byte[] workbook(Consumer<Typed> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Typed sheet = new Typed(workbook, workbook.createSheet());
            List.of(HEAD.split(",")).forEach(column -> sheet.cell(0, column, column, null));
            rows.accept(sheet);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            workbook.write(file);
            return file.toByteArray();
        }
    }

    private static String number(Answer it) {
        return (String) it.get("number");
    }

    private String statusOf(Answer it) {
        return (String) get(officer, ALL + "/" + it.id()).get("status");
    }
}
