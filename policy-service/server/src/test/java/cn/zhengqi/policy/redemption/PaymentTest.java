package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.web.CurrentUser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From what is approved to money in the account. */
class PaymentTest extends PaymentServiceTest {

    private Answer project;
    private Answer first;
    private Answer second;

    @BeforeEach
    void two_that_wait_to_be_paid() {
        project = paying(500_000);
        noticed(firm, project, 800_000);
        noticed(aFirm(), project, 600_000);
        afterTheNotice();
        List<Map<String, Object>> waiting = items(get(
                clerk,
                "/api/policy/redemption/applications?status=APPROVED&sort=amount,desc&projectId=" + project.id()));
        first = new Answer(200, waiting.get(0));
        second = new Answer(200, waiting.get(1));
    }

    @Test
    void one_prepares_another_approves_and_the_treasury_answers() {
        Answer batch = prepared(clerk, first, second);
        assertThat(batch.get("number").toString()).startsWith("ZF");
        assertThat(sum(batch, "total")).isEqualByComparingTo("140000");
        assertThat(step(clerk, batch, "approve").code()).isEqualTo("PREPARED_BY_YOURSELF");
        assertThat(handOver(clerk, batch).status()).as("nobody has approved it").isEqualTo(409);
        Answer approved = step(chief, batch, "approve");
        assertThat(approved.get("state")).isEqualTo("APPROVED");
        assertThat(export(clerk, approved).status())
                .as("reading changes nothing")
                .isEqualTo(409);
        assertThat(batchState(batch)).isEqualTo("APPROVED");
        assertThat(handOver(clerk, batch).status())
                .as("it is another than was seen")
                .isEqualTo(409);
        assertThat(handOver(clerk, approved).status()).isEqualTo(200);
        assertThat(handOver(clerk, approved).status())
                .as("it is handed over once")
                .isEqualTo(409);

        String file = exported(clerk, batch);
        assertThat(file).contains("6222000011112222", "测试企业" + firm.enterpriseId());
        assertThat(batchState(batch)).isEqualTo("EXPORTED");
        assertThat(step(chief, reread(batch), "cancel", Map.of("reason", "测试用的理由"))
                        .code())
                .as("the treasury has it")
                .isEqualTo("STATE_CONFLICT");

        Answer settled = settled(clerk, batch, paid(first, "A1"), failed(second, "账号不存在"));
        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.get("state")).isEqualTo("SETTLED");
        assertThat(settled.get("settler")).isEqualTo(clerk.name());
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 60_000, 80_000, 0));
        assertThat(status(first)).isEqualTo("PAID");
        assertThat(status(second)).isEqualTo("PAY_FAILED");
        assertThat(eventsOf(first.id())).endsWith("policy.RedemptionPaid");
        assertThat(eventsOf(second.id())).endsWith("policy.RedemptionPaymentFailed");
        assertThat(differences()).isEmpty();
    }

    @Test
    void under_a_policy_that_begins_later_one_applies_and_is_recognised_and_is_paid_from_the_day_on() {
        CurrentUser early = aFirm();
        toCome(first -> {
            Answer told = get(early, "/api/policy/my/redemptions/projects/" + project.id() + "/eligibility");
            assertThat(told.get("barred")).isEqualTo(false);
            assertThat(told.get("standing").toString()).contains("outcome=ELIGIBLE", "beginsOn=" + first);
            assertThat(get(early, "/api/policy/redemption/projects/" + project.id())
                            .get("policyBeginsOn"))
                    .isEqualTo(first.toString());
            Answer approved = approved(early, project, 500_000);
            assertThat(approved.get("status")).isEqualTo("APPROVED");
            assertThat(approved.get("policyBeginsOn")).isEqualTo(first.toString());

            Answer refused = prepared(clerk, approved);
            assertThat(refused.code()).isEqualTo("NOT_PAYABLE");
            assertThat(refused.get("detail"))
                    .asString()
                    .contains("自 " + BusinessTime.inWords(first) + " 起施行，施行前不能支付")
                    .doesNotContain("不符合");
        });
        Answer batch = prepared(clerk, first);
        assertThat(batch.status()).isEqualTo(201);
        toCome(first -> assertThat(step(chief, batch, "approve").code())
                .as("nor is a batch approved")
                .isEqualTo("NOT_PAYABLE"));
        Answer approved = step(chief, batch, "approve");
        assertThat(approved.get("state")).isEqualTo("APPROVED");
        toCome(first -> {
            Answer kept = step(clerk, approved, "hand-over");
            assertThat(kept.code()).as("nor is an approved one handed over").isEqualTo("NOT_PAYABLE");
            assertThat(kept.get("errors").toString()).contains("code=NOT_BEGUN");
        });
        assertThat(handOver(clerk, approved).status()).isEqualTo(200);
    }

    @Test
    void the_day_is_that_of_the_conditions_also_where_the_document_is_in_force() {
        CurrentUser early = aFirm();
        conditionsToCome(first -> {
            assertThat(get(early, "/api/policy/redemption/projects/" + project.id())
                            .get("policyBeginsOn"))
                    .isEqualTo(first.toString());
            theOutcomeIs(MatchOutcome.ELIGIBLE);
            assertThat(get(early, "/api/policy/my/redemptions/projects/" + project.id() + "/eligibility")
                            .get("standing")
                            .toString())
                    .as("and no check says another")
                    .contains("beginsOn=" + first);
            assertThat(prepared(clerk, this.first).get("errors").toString())
                    .contains("code=NOT_BEGUN", BusinessTime.inWords(first));
            assertThat(offered(exempt(), aFirm()).code()).isEqualTo("POLICY_NOT_BEGUN");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'publication', 'REPLACED', 'replaced_at', now()",
                "'publication', 'WITHDRAWN', 'withdrawn_at', now(), 'withdrawn_reason', '测试'"
            })
    void what_was_granted_under_an_edition_that_had_begun_does_not_wait_for_a_later_one(String ended) {
        toCome(day -> beside(ended, "null", () -> {
            assertThat(get(clerk, "/api/policy/redemption/applications/" + first.id())
                            .get("policyBeginsOn"))
                    .isNull();
            assertThat(prepared(clerk, first).status()).isEqualTo(201);
        }));
    }

    @Test
    void an_edition_that_was_replaced_before_its_own_first_day_never_began() {
        toCome(day -> beside(
                "'publication', 'REPLACED', 'replaced_at', now() - interval '9 days'",
                "now()::date - 4",
                () -> assertThat(prepared(clerk, first).get("errors").toString())
                        .contains("code=NOT_BEGUN")));
    }

    /** With an edition that was published before the one that is. */
    private void beside(String ended, String firstDay, Runnable meanwhile) {
        UUID former = Ids.next();
        jdbc.sql(
                        "insert into policy_edition select (jsonb_populate_record(e, jsonb_build_object('id', :former, 'edition', 99,"
                                + " 'effective_from', " + firstDay + ", 'rule', null, " + ended + "))).*"
                                + " from policy_edition e where policy_id = :policy and publication = 'PUBLISHED'")
                .param("former", former.toString())
                .param("policy", policy)
                .update();
        try {
            meanwhile.run();
        } finally {
            jdbc.sql("delete from policy_edition where id = ?").param(former).update();
        }
    }

    @Test
    void the_same_answer_again_changes_nothing_and_another_one_is_refused() {
        Answer batch = handedOver(first, second);
        settled(clerk, batch, paid(first, "A1"), failed(second, "账号不存在"));
        List<String> events = eventsOf(first.id());

        Answer again = settled(clerk, batch, failed(second, "账号不存在"), paid(first, "A1"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.version()).isEqualTo(reread(batch).version());
        assertThat(settled(clerk, batch, paid(first, "A1"), paid(second, "A2")).code())
                .isEqualTo("STATE_CONFLICT");

        assertThat(eventsOf(first.id())).isEqualTo(events);
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 60_000, 80_000, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_treasury_fills_in_the_file_that_it_was_given() throws IOException {
        Answer batch = handedOver(first, second);
        var answer = client.as(clerk)
                .get()
                .uri("/api/policy/redemption/batches/" + batch.id() + "/export")
                .exchange()
                .returnResult(byte[].class);
        byte[] file = answer.getResponseBody();
        String named = "支付批次 " + batch.get("number");
        assertThat(answer.getResponseHeaders().getContentDisposition().getFilename())
                .as("of several batches of one day it is seen which it is")
                .startsWith(named);
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(file)))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo(named);
            List<String> head = new ArrayList<>();
            sheet.getRow(1).forEach(cell -> head.add(cell.getStringCellValue()));
            for (int row = 2; row <= sheet.getLastRowNum(); row++) {
                sheet.getRow(row).createCell(head.indexOf("支付结果")).setCellValue("成功");
                sheet.getRow(row).createCell(head.indexOf("流水号")).setCellValue("GK2026" + row);
            }
            book.write(filled);
        }
        Answer settled = settledWith(clerk, batch, "支付批次.xlsx", filled.toByteArray());
        assertThat(settled.get("state")).isEqualTo("SETTLED");
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 0, 140_000, 0));
    }

    @Test
    void two_who_hand_in_the_same_answer_at_once_pay_once() throws Exception {
        Answer batch = handedOver(first, second);
        List<Answer> answers = atOnce(List.of(
                () -> settled(clerk, batch, paid(first, "A1"), paid(second, "A2")),
                () -> settled(chief, batch, paid(first, "A1"), paid(second, "A2"))));
        assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 0, 140_000, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_file_with_any_fault_is_refused_whole_and_each_fault_is_told() {
        Answer batch = handedOver(first, second);
        List<BadFile> bad = List.of(
                new BadFile(
                        "an unknown row",
                        "UNKNOWN",
                        lines(batch, paid(first, "A1"), paid(second, "A2"), "DX000,1.00,成功,A3,")),
                new BadFile(
                        "a doubled row",
                        "DOUBLED",
                        lines(batch, paid(first, "A1"), paid(second, "A2"), paid(second, "A2"))),
                new BadFile("a doubled reference", "DOUBLED", lines(batch, paid(first, "A1"), paid(second, "A1"))),
                new BadFile("a missing row", "MISSING", lines(batch, paid(first, "A1"))),
                new BadFile(
                        "a wrong amount",
                        "AMOUNT",
                        lines(batch, paid(first, "A1"), second.get("number") + ",60000.01,成功,A2,")),
                new BadFile(
                        "no amount", "AMOUNT", lines(batch, paid(first, "A1"), second.get("number") + ",六万,成功,A2,")),
                new BadFile(
                        "separators that are none of thousands",
                        "AMOUNT",
                        lines(batch, paid(first, "A1"), second.get("number") + ",\"6,0000\",成功,A2,")),
                new BadFile(
                        "a reference of which the spreadsheet kept a part",
                        "FORMAT",
                        lines(batch, paid(first, "A1"), second.get("number") + ",\"60,000.00\",成功,2.02612E+18,")),
                new BadFile(
                        "an unknown word",
                        "FORMAT",
                        lines(batch, paid(first, "A1"), second.get("number") + ",60000,在途,,")),
                new BadFile(
                        "no reference",
                        "REQUIRED",
                        lines(batch, paid(first, "A1"), second.get("number") + ",60000,成功,,")),
                new BadFile(
                        "no reason", "REQUIRED", lines(batch, paid(first, "A1"), second.get("number") + ",60000,失败,,")),
                new BadFile(
                        "what failed and has a reference all the same",
                        "FORMAT",
                        lines(batch, paid(first, "A1"), second.get("number") + ",60000,失败,A2,账号不存在")),
                new BadFile(
                        "what was paid and has a reason why it was not",
                        "FORMAT",
                        lines(batch, paid(first, "A1"), second.get("number") + ",60000,成功,A2,账号不存在")),
                new BadFile(
                        "a reference of no payment",
                        "UNKNOWN",
                        lines(batch, paid(first, "A1"), paid(second, "A2")) + ",,,,A3,\n"),
                new BadFile(
                        "a reason of no payment",
                        "UNKNOWN",
                        lines(batch, paid(first, "A1"), paid(second, "A2")) + ",,,,,账号不存在\n"));
        for (BadFile file : bad) {
            Answer refused = settledWith(clerk, batch, file.text());
            assertThat(refused.status()).as(file.what()).isEqualTo(422);
            assertThat(refused.code()).as(file.what()).isEqualTo("RESULTS_FAULTY");
            assertThat(refused.get("errors").toString()).as(file.what()).contains("code=" + file.code());
            assertThat(batchState(batch)).as(file.what()).isEqualTo("EXPORTED");
        }
        Answer all = settledWith(clerk, batch, lines(batch, "DX000,1.00,成功,A3,", second.get("number") + ",1,成功,,"));
        assertThat(all.errors().values())
                .as("each row that is wrong is told")
                .anyMatch(it -> it.startsWith("第 2 行"))
                .anyMatch(it -> it.contains("缺少流水号"))
                .anyMatch(it -> it.contains("没有 " + first.get("number")));
        assertThat(settledWith(
                                clerk,
                                batch,
                                lines(batch, paid(first, "A1"), second.get("number") + ",60000,失败,A2,账号不存在"))
                        .get("detail")
                        .toString())
                .contains("支付失败的不应有流水号；已支付的请填成功");
        assertThat(status(first)).isEqualTo("PAYING");
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 140_000, 0, 0));
    }

    private record BadFile(String what, String code, String text) {}

    @Test
    void what_was_not_paid_is_paid_with_another_batch() {
        Answer batch = handedOver(first, second);
        settled(clerk, batch, failed(first, "账号不存在"), failed(second, "国库系统故障"));
        assertThat(prepare(clerk, first.id()).get("errors").toString()).contains("支付失败");

        Answer mine = get(firm, "/api/policy/my/redemptions/" + first.id());
        Answer corrected = mine(
                firm,
                mine,
                "account",
                Map.of(
                        "account",
                        Map.of("name", "测试企业" + firm.enterpriseId(), "bank", "另一银行", "number", "6333000011113333")));
        assertThat(corrected.get("status")).isEqualTo("APPROVED");
        assertThat(eventsOf(first.id()))
                .as("who pays hears that it waits again")
                .endsWith("policy.RedemptionAccountCorrected");
        assertThat(corrected.get("timeline").toString()).contains("另一银行").doesNotContain("6333000011113333");
        assertThat(jdbc.sql("""
                                select data::text from outbox
                                where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? and data ->> 'action' = 'REDEMPTION_ACCOUNT_CHANGED'""")
                        .param(first.id().toString())
                        .query(String.class)
                        .single())
                .as("on record is what was changed, covered")
                .contains("测试银行", "另一银行")
                .doesNotContain("6222000011112222", "6333000011113333");
        Answer again = decide(
                clerk,
                get(clerk, "/api/policy/redemption/applications/" + second.id()),
                "pay-again",
                Map.of("reason", "国库已恢复"));
        assertThat(again.get("status")).isEqualTo("APPROVED");

        Answer next = handedOver(first, second);
        assertThat(exported(clerk, next)).contains("6333000011113333", "另一银行");
        assertThat(exported(clerk, batch))
                .as("to which account it was to be paid then stays on record")
                .contains("6222000011112222", "测试银行")
                .doesNotContain("6333000011113333", "另一银行");
        assertThat(paymentsOf(batch))
                .as("and is read covered")
                .contains("测试银行", "2222")
                .doesNotContain("6222000011112222");
        settled(clerk, next, paid(first, "B1"), paid(second, "B2"));
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 0, 140_000, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_answer_to_one_batch_is_not_taken_for_another() {
        Answer batch = handedOver(first, second);
        String told = lines(batch, paid(first, "A1"), failed(second, "国库系统故障"));
        settledWith(clerk, batch, told);
        confirmed(chief, cameBack(clerk, first.id()));
        decide(clerk, claimOf(first), "pay-again", Map.of("reason", "请重新支付"));
        decide(clerk, claimOf(second), "pay-again", Map.of("reason", "国库已恢复"));
        Answer next = handedOver(first, second);

        Answer refused = settledWith(clerk, next, told);
        assertThat(refused.code()).isEqualTo("RESULTS_FAULTY");
        assertThat(refused.get("errors").toString()).contains("code=BATCH_OTHER", String.valueOf(batch.get("number")));
        Answer renamed = settled(clerk, next, paid(first, "A1"), paid(second, "A2"));
        assertThat(renamed.get("errors").toString())
                .as("by that reference the treasury knows another payment")
                .contains("code=DOUBLED", "A1");
        assertThat(settledWith(clerk, next, told.replace(String.valueOf(batch.get("number")), ""))
                        .code())
                .isEqualTo("RESULTS_FAULTY");
        assertThat(status(first)).isEqualTo("PAYING");
        assertThat(status(second)).isEqualTo("PAYING");
        assertThat(batchState(next)).isEqualTo("EXPORTED");

        settled(clerk, next, paid(first, "A3"), paid(second, "A2"));
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 0, 140_000, 0));
        assertThat(differences()).isEmpty();
    }

    private Answer claimOf(Answer application) {
        return get(clerk, "/api/policy/redemption/applications/" + application.id());
    }

    private String paymentsOf(Answer batch) {
        return String.valueOf(reread(batch).get("items"));
    }

    @Test
    void an_application_is_in_one_batch_at_a_time() throws Exception {
        List<Answer> answers = atOnce(List.of(() -> prepare(clerk, first.id()), () -> prepare(chief, first.id())));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 422);
        assertThat(answers).extracting(Answer::code).contains("NOT_PAYABLE");

        Answer batch =
                answers.stream().filter(it -> it.status() == 201).findFirst().orElseThrow();
        Answer cancelled = step(chief, batch, "cancel", Map.of("reason", "需要重新做"));
        assertThat(cancelled.get("state")).isEqualTo("CANCELLED");
        assertThat(status(first)).isEqualTo("APPROVED");
        assertThat(prepare(clerk, first.id(), first.id()).get("errors").toString())
                .contains("DOUBLED");
        assertThat(prepare(clerk, first.id(), second.id()).status()).isEqualTo(201);
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_database_pays_nothing_but_what_is_held_with_what_the_treasury_had() {
        Answer batch = prepared(clerk, first, second);
        assertThatThrownBy(() -> jdbc.sql("update redemption_batch_item set amount = 80000.01 where application_id = ?")
                        .param(first.id())
                        .update())
                .hasMessageContaining("is not what is held for application");
        assertThatThrownBy(() -> booked(batch)).hasMessageContaining("is not what batch");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update redemption_batch_item set outcome = 'PAID', reference = 'X1' where application_id = ?")
                    .param(first.id())
                    .update();
            assertThatThrownBy(() -> booked(batch))
                    .as("nobody has approved it, and the treasury does not have it")
                    .hasMessageContaining("is not what batch");
            status.setRollbackOnly();
        });
        assertThat(money(project)).isEqualTo(yuan(360_000, 0, 140_000, 0, 0));
        assertThat(differences()).isEmpty();
    }

    private void booked(Answer batch) {
        jdbc.sql("""
                        insert into redemption_entry (id, project_id, application_id, batch_id, kind, amount, actor, at)
                        values (?, ?, ?, ?, 'PAY', 80000, '测试', now())""").params(Ids.next(), project.id(), first.id(), batch.id()).update();
    }

    @Test
    void nobody_pays_or_is_told_of_another_departments_money() {
        CurrentUser stranger = payerOf(UUID.randomUUID());
        assertThat(prepare(stranger, first.id()).get("errors").toString()).contains("UNKNOWN");
        Answer batch = handedOver(first);
        assertThat(settled(stranger, batch, paid(first, "A1")).status()).isEqualTo(404);
        assertThat(export(stranger, batch).status()).isEqualTo(404);
        assertThat(status(first)).isEqualTo("PAYING");
    }

    @Test
    void an_enterprise_does_not_withdraw_or_change_its_account_while_it_is_paid() {
        handedOver(first);
        Answer mine = get(firm, "/api/policy/my/redemptions/" + first.id());
        assertThat(mine(firm, mine, "withdraw", Map.of()).code()).isEqualTo("STATE_CONFLICT");
        assertThat(mine(firm, mine, "account", Map.of("account", account(firm))).code())
                .isEqualTo("STATE_CONFLICT");
    }

    private Object status(Answer application) {
        return get(clerk, "/api/policy/redemption/applications/" + application.id())
                .get("status");
    }

    private Object batchState(Answer batch) {
        return reread(batch).get("state");
    }

    private Answer reread(Answer batch) {
        return get(clerk, "/api/policy/redemption/batches/" + batch.id());
    }

    private static String lines(Answer batch, String... rows) {
        return file(batch, List.of(rows));
    }
}
