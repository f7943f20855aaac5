package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is shown to the public before it is paid, and what is objected to it. */
class NoticeTest extends RedemptionServiceTest {

    @Test
    void everybody_reads_whose_money_it_is_and_nothing_else_of_them() {
        Answer project = paying(500_000);
        Answer noticed = noticed(firm, project, 800_000);

        Map<String, Object> shown = client.anonymous()
                .get()
                .uri("/api/policy/redemption/notices?projectId=" + project.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(shown.get("items").toString())
                .contains("测试企业" + firm.enterpriseId(), "amount=80000", "running=true")
                .doesNotContain("800000", "6222", firm.name(), clerk.name());
        assertThat(get(firm, "/api/policy/redemption/notices/" + noticed.id()).status())
                .isEqualTo(200);
        Answer applied = applied(aFirm(), project, 100_000);
        assertThat(get(firm, "/api/policy/redemption/notices/" + applied.id()).status())
                .as("nothing is shown of what is not recognised")
                .isEqualTo(404);
    }

    @Test
    void it_is_approved_when_its_days_are_over_and_not_before() {
        Answer project = paying(500_000);
        Answer noticed = noticed(firm, project, 800_000);
        sweep.sweep();
        assertThat(status(noticed)).isEqualTo("IN_NOTICE");

        afterTheNotice();

        assertThat(status(noticed)).isEqualTo("APPROVED");
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 80_000, 0, 0));
        assertThat(eventsOf(noticed.id())).endsWith("policy.RedemptionApproved");
        assertThat(get(firm, "/api/policy/redemption/notices/" + noticed.id()).get("running"))
                .isEqualTo(false);
    }

    @Test
    void what_is_approved_can_be_taken_back_until_it_is_being_paid() {
        Answer project = paying(500_000);
        Answer approved = approved(firm, project, 800_000);
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 80_000, 0, 0));
        assertThat(mine(firm, approved, "withdraw", Map.of()).get("status")).isEqualTo("WITHDRAWN");
        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));
        assertThat(get(firm, "/api/policy/redemption/notices/" + approved.id()).status())
                .as("what was taken back is shown no more")
                .isEqualTo(404);
        assertThat(differences()).isEmpty();
    }

    @Test
    void copies_of_the_sweep_approve_each_once() throws Exception {
        Answer project = paying(2_000_000);
        List<Answer> noticed = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            noticed.add(noticed(aFirm(), project, 500_000));
        }
        clock.forward(Duration.ofDays(20));
        Callable<Answer> copy = () -> {
            sweep.sweep();
            return new Answer(200, Map.of());
        };
        atOnce(List.of(copy, copy, copy));

        assertThat(noticed)
                .allSatisfy(it -> assertThat(eventsOf(it.id()))
                        .containsExactly(
                                "policy.RedemptionSubmitted",
                                "policy.RedemptionInNotice",
                                "policy.RedemptionApproved"));
        assertThat(money(project)).isEqualTo(yuan(1_400_000, 0, 600_000, 0, 0));
    }

    @Test
    void what_is_objected_is_answered_before_anything_is_approved() {
        Answer project = paying(500_000);
        Answer noticed = noticed(firm, project, 800_000);
        CurrentUser neighbour = aFirm();
        Answer objected = objected(neighbour, noticed);
        assertThat(objected.status()).isEqualTo(201);
        assertThat(objected(neighbour, noticed).code()).isEqualTo("OBJECTION_OPEN_ALREADY");
        assertThat(get(clerk, "/api/policy/redemption/applications/" + noticed.id())
                        .get("objections"))
                .as("who decides over it sees that somebody waits")
                .isEqualTo(1);
        assertThat(get(firm, "/api/policy/my/redemptions/" + noticed.id()).get("objections"))
                .as("who objects is no matter of the enterprise")
                .isNull();

        assertThat(statusInFile(project)).isEqualTo("公示中");

        afterTheNotice();
        assertThat(status(noticed)).as("somebody waits for an answer").isEqualTo("IN_NOTICE");
        clock.forward(Duration.ofDays(20));
        assertThat(statusInFile(project)).isEqualTo("公示期满");
        clock.reset();

        Map<String, Object> open = items(get(clerk, "/api/policy/redemption/objections?state=OPEN"))
                .getFirst();
        assertThat(open.get("contactPhone")).isEqualTo("13800001111");
        assertThat(answer(clerk, objected.id(), "dismiss", 5).code()).isEqualTo("VERSION_CONFLICT");
        assertThat(answer(payerOf(UUID.randomUUID()), objected.id(), "dismiss", 0)
                        .status())
                .isEqualTo(404);
        assertThat(answer(clerk, objected.id(), "dismiss", 0).get("state")).isEqualTo("DISMISSED");
        assertThat(answer(chief, objected.id(), "uphold", 1).code()).isEqualTo("STATE_CONFLICT");
        afterTheNotice();

        assertThat(status(noticed)).isEqualTo("APPROVED");
        assertThat(client.as(neighbour)
                        .get()
                        .uri("/api/policy/my/objections")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("核查未见问题", "DISMISSED")
                .doesNotContain(clerk.name());
        assertThat(objected(aFirm(), noticed).code()).isEqualTo("NOTICE_OVER");
    }

    private String statusInFile(Answer project) {
        return ExportedFile.of(client.as(clerk), "/api/policy/redemption/applications/export?projectId=" + project.id())
                .column("状态")
                .getFirst();
    }

    @Test
    void nobody_objects_to_what_is_shown_of_their_own_enterprise() {
        Answer paid = noticed(firm, paying(500_000), 800_000);
        Answer declared = shownToPublic();

        for (Answer refused : List.of(objected(firm, paid), objected(enterprise, declared))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("OWN_NOTICE");
        }
        assertThat(objected(enterprise, paid).status()).isEqualTo(201);
        assertThat(objected(firm, declared).status()).isEqualTo(201);
    }

    @Test
    void what_is_objected_rightly_costs_the_money() {
        Answer project = paying(500_000);
        Answer noticed = noticed(firm, project, 800_000);
        Answer objected = objected(aFirm(), noticed);
        Answer anotherOne = objected(aFirm(), noticed);

        assertThat(answer(clerk, objected.id(), "uphold", 0).get("state")).isEqualTo("UPHELD");
        assertThat(answer(clerk, anotherOne.id(), "uphold", 0).get("state"))
                .as("who is right is told so, also after it is over")
                .isEqualTo("UPHELD");

        assertThat(eventsOf(objected.id())).containsExactly("policy.ObjectionMade", "policy.ObjectionAnswered");
        assertThat(jdbc.sql("select string_agg(data::text, ' ') from outbox where subject = ?")
                        .param(objected.id())
                        .query(String.class)
                        .single())
                .as("neither the words nor the phone of who objects are told")
                .contains("设备更新补助")
                .doesNotContain("13800001111");
        assertThat(status(noticed)).isEqualTo("REJECTED");
        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));
        afterTheNotice();
        assertThat(status(noticed)).isEqualTo("REJECTED");
        assertThat(get(firm, "/api/policy/redemption/notices/" + noticed.id()).status())
                .isEqualTo(404);
    }

    @Test
    void who_waits_for_an_objection_that_is_being_stored_does_not_approve() throws Exception {
        Answer noticed = noticed(firm, paying(500_000), 800_000);
        clock.forward(Duration.ofDays(20));
        transaction.executeWithoutResult(stored -> {
            jdbc.sql("select 1 from redemption_application where id = ? for update")
                    .param(noticed.id())
                    .query()
                    .singleRow();
            try (var another = Executors.newVirtualThreadPerTaskExecutor()) {
                another.submit(sweep::sweep);
            }
        });
        assertThat(status(noticed)).as("another has it before them").isEqualTo("IN_NOTICE");
        sweep.sweep();
        assertThat(status(noticed)).isEqualTo("APPROVED");
    }

    @Test
    void one_that_cannot_be_approved_keeps_none_behind_it_waiting_and_is_tried_again() {
        Answer project = paying(2_000_000);
        Answer failing = noticed(firm, project, 500_000);
        Answer behind = noticed(aFirm(), project, 500_000);
        jdbc.sql("""
                create function always_fails() returns trigger language plpgsql as $$ begin raise exception 'always fails'; end $$""").update();
        jdbc.sql("create trigger always_fails before update on redemption_application for each row when (old.id = '"
                        + failing.id() + "' and new.status = 'APPROVED') execute function always_fails()")
                .update();
        try {
            afterTheNotice();
            assertThat(status(failing)).isEqualTo("IN_NOTICE");
            assertThat(status(behind)).isEqualTo("APPROVED");
        } finally {
            jdbc.sql("drop trigger always_fails on redemption_application").update();
            jdbc.sql("drop function always_fails").update();
        }
        afterTheNotice();
        assertThat(status(failing)).isEqualTo("APPROVED");
    }

    @Test
    void a_declaration_in_its_step_is_shown_to_everybody_and_passed_when_its_days_are_over() {
        Answer shown = shownToPublic();
        Answer seen = get(aFirm(), "/api/policy/redemption/notices/" + shown.id());
        assertThat(seen.get("kind")).isEqualTo("DECLARATION");
        assertThat(seen.get("running")).isEqualTo(true);
        assertThat(seen.body()).doesNotContainKey("amount");
        assertThat(items(get(aFirm(), "/api/policy/redemption/notices?kind=DECLARATION&q=" + shown.get("number"))))
                .extracting(it -> it.get("id"))
                .containsExactly(shown.id().toString());
        Answer taken = act(officer, shown, "take-on", Map.of());
        assertThat(taken.get("notice"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .as("whoever handles it reads until when it cannot be passed")
                .containsEntry("running", true)
                .containsEntry("until", seen.get("until"));
        assertThat(act(officer, taken, "pass", Map.of()).code()).isEqualTo("NOTICE_RUNNING");

        clock.forward(Duration.ofDays(20));
        assertThat(get(officer, "/api/policy/declarations/" + shown.id()).get("notice"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("running", false);
        Answer passed = act(officer, taken, "pass", Map.of());

        assertThat(passed.get("step")).isEqualTo("APPROVAL");
        assertThat(passed.body()).doesNotContainKey("notice");
        assertThat(get(aFirm(), "/api/policy/redemption/notices/" + shown.id()).get("running"))
                .isEqualTo(false);
        act(officer, act(officer, passed, "take-on", Map.of()), "reject", Map.of("reason", "不符合条件"));
        assertThat(get(aFirm(), "/api/policy/redemption/notices/" + shown.id()).status())
                .as("what was rejected is shown no more")
                .isEqualTo(404);
    }

    @Test
    void what_is_objected_to_a_declaration_is_answered_before_its_step_is_passed() {
        Answer shown = shownToPublic();
        Answer taken = act(officer, shown, "take-on", Map.of());
        CurrentUser neighbour = aFirm();
        Answer objected = objected(neighbour, shown);
        assertThat(objected.status()).isEqualTo(201);
        assertThat(objected(neighbour, shown).code()).isEqualTo("OBJECTION_OPEN_ALREADY");
        clock.forward(Duration.ofDays(20));
        assertThat(objected(aFirm(), shown).code()).isEqualTo("NOTICE_OVER");
        assertThat(act(officer, taken, "pass", Map.of()).code()).isEqualTo("OBJECTION_UNANSWERED");
        assertThat(answer(clerk, objected.id(), "dismiss", 0).status())
                .as("who handles payments only")
                .isEqualTo(404);
        assertThat(items(get(officer, "/api/policy/redemption/objections?state=OPEN")))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("kind", "DECLARATION")
                        .containsEntry("subjectNumber", shown.get("number")));

        assertThat(answer(officer, objected.id(), "dismiss", 0).get("state")).isEqualTo("DISMISSED");

        assertThat(act(officer, taken, "pass", Map.of()).get("step")).isEqualTo("APPROVAL");
    }

    @Test
    void what_is_objected_rightly_to_a_declaration_ends_it_whoever_has_taken_it_on() {
        Answer shown = shownToPublic();
        Answer objected = objected(aFirm(), shown);

        assertThat(answer(officer, objected.id(), "uphold", 0).get("state")).isEqualTo("UPHELD");

        Answer ended = get(officer, "/api/policy/declarations/" + shown.id());
        assertThat(ended.get("status")).isEqualTo("REJECTED");
        assertThat(ended.get("reason")).isEqualTo("公示异议成立：核查未见问题");
        assertThat(eventsOf(shown.id())).endsWith("policy.DeclarationRejected");
    }

    @Test
    void a_declaration_whose_days_are_arranged_later_gets_its_last_day_then() {
        Answer shown = shownToPublic();
        String until = "select notice_until::text from declaration where id = ?";
        String before = jdbc.sql(until).param(shown.id()).query(String.class).single();
        jdbc.sql("update declaration set notice_until = null where id = ?")
                .param(shown.id())
                .update();
        Answer taken = act(officer, shown, "take-on", Map.of());
        clock.forward(Duration.ofDays(20));
        assertThat(act(officer, taken, "pass", Map.of()).code()).isEqualTo("NOTICE_RUNNING");

        sweep.sweep();

        assertThat(jdbc.sql(until).param(shown.id()).query(String.class).single())
                .isEqualTo(before);
    }

    /** A declaration that has come into its step 公示. */
    private Answer shownToPublic() {
        Map<String, Object> project = project();
        project.put(
                "steps",
                List.of(
                        Map.of("kind", "ACCEPTANCE", "workingDays", 3, "maySendBack", true),
                        Map.of("kind", "PUBLIC_NOTICE", "workingDays", 5, "maySendBack", false),
                        Map.of("kind", "APPROVAL", "workingDays", 5, "maySendBack", false)));
        Answer declared = submitted(enterprise, opened(project).id());
        return act(officer, act(officer, declared, "take-on", Map.of()), "pass", Map.of());
    }

    @Test
    void a_notice_whose_days_are_arranged_later_gets_its_last_day_then() {
        Answer noticed = noticed(firm, paying(500_000), 800_000);
        jdbc.sql("update redemption_application set notice_until = null where id = ?")
                .param(noticed.id())
                .update();
        sweep.sweep();
        assertThat(get(clerk, "/api/policy/redemption/applications/" + noticed.id())
                        .get("noticeUntil"))
                .isEqualTo(noticed.get("noticeUntil"));
    }

    private Object status(Answer application) {
        return get(clerk, "/api/policy/redemption/applications/" + application.id())
                .get("status");
    }

    private Answer objected(CurrentUser who, Answer noticed) {
        return post(
                who,
                "/api/policy/my/objections",
                Map.of("noticeId", noticed.id(), "words", "该设备未到厂", "contactPhone", "13800001111"));
    }

    private Answer answer(CurrentUser who, UUID objection, String action, int version) {
        return post(
                who,
                "/api/policy/redemption/objections/" + objection + "/" + action,
                Map.of("version", version, "reason", "核查未见问题"));
    }
}
