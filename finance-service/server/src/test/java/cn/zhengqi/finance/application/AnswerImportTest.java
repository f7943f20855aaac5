package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A bank brings its answers as a file: all of them, or none and what is wrong with each. */
class AnswerImportTest extends FinanceServiceTest {

    private static final String ALL = "/api/finance/applications";
    private static final String HEAD = "申请编号,答复,授信额度（元）,年利率（%）,授信期限（月）,授信有效期至,此前已有贷款,不通过原因,说明,放款金额（元）,放款日期";

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
                number(fifth) + ",放款,,,,,,,,150000.00," + today,
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

    private Answer upload(CurrentUser who, String route, String text) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "答复.csv";
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

    private static String number(Answer it) {
        return (String) it.get("number");
    }

    private String statusOf(Answer it) {
        return (String) get(officer, ALL + "/" + it.id()).get("status");
    }
}
