package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.code.AtOnce;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.user.api.EnterpriseLeftAlone;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People who close their accounts, or leave the enterprise, while what they claimed is on its way. */
class ClosedAccountsWebTest extends CodeServiceTest {

    @Autowired
    private EventHandler<AccountClosed> closed;

    @Autowired
    private EventHandler<EnterpriseLeftAlone> leftAlone;

    @Autowired
    private TransactionTemplate transaction;

    private final CurrentUser applicant = applicant();

    @Test
    void what_is_not_decided_is_taken_back_with_the_account_and_whoever_was_to_decide_is_told() {
        EnterpriseRecord enterprise = enterprise();
        String waiting = claimed(applicant, enterprise.id(), "BASIC");
        String sentBack = claimed(applicant, enterprise().id(), "BASIC");
        post(reviewer, "/claims/" + sentBack + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();
        String others = claimed(applicant(), enterprise.id(), "BASIC");

        close(applicant);

        assertThat(List.of(status(waiting), status(sentBack), status(others)))
                .containsExactly("WITHDRAWN", "WITHDRAWN", "SUBMITTED");
        assertThat(count(
                        "select count(*) from outbox where type = 'code.CodeClaimWithdrawn' and subject in (?::uuid, ?::uuid)",
                        waiting,
                        sentBack))
                .isEqualTo(2);
        get(reviewer, "/claims/" + waiting)
                .expectBody()
                .jsonPath("$.history[1].note")
                .isEqualTo("申请人的账号已注销，申请自动撤回");
        refused(approve(waiting, 1), 409, "APPLICANT_GONE");
        close(applicant);
        assertThat(count("select count(*) from claim_step where claim_id = ?::uuid", waiting))
                .as("heard twice")
                .isEqualTo(2);
    }

    @Test
    void what_was_decided_before_stays() {
        EnterpriseRecord enterprise = enterprise();
        String claim = claimed(applicant, enterprise.id(), "BASIC");
        approve(claim, 0).expectStatus().isOk();

        close(applicant);

        assertThat(status(claim)).isEqualTo("APPROVED");
        assertThat(code(enterprise.id())).containsEntry("status", "ACTIVE");
    }

    @Test
    void a_claim_that_comes_after_the_account_was_closed_is_neither_taken_nor_approved() {
        EnterpriseRecord enterprise = enterprise();
        String slippedIn = claimed(applicant, enterprise.id(), "BASIC");
        String letter = letter(applicant);
        jdbc.sql("insert into closed_account (account_id, closed_at) values (?, now())")
                .param(applicant.accountId())
                .update();

        refused(post(applicant, "/claims", form(enterprise().id(), letter)), 409, "APPLICANT_GONE");
        refused(approve(slippedIn, 0), 409, "APPLICANT_GONE");
        assertThat(count("select count(*) from enterprise_code where enterprise_id = ?", enterprise.id()))
                .isZero();
        post(reviewer, "/claims/" + slippedIn + "/reject", Map.of("version", 0, "reason", "申请人账号已注销"))
                .expectStatus()
                .isOk();
    }

    @RepeatedTest(20)
    void an_approval_and_the_news_of_the_closure_that_meet_leave_either_a_code_or_a_claim_that_was_taken_back()
            throws Exception {
        EnterpriseRecord enterprise = enterprise();
        CurrentUser leaving = applicant();
        String claim = claimed(leaving, enterprise.id(), "BASIC");
        AtomicInteger turn = new AtomicInteger();

        AtOnce.run(2, () -> {
            if (turn.getAndIncrement() == 0) {
                approve(claim, 0);
            } else {
                close(leaving);
            }
            return true;
        });

        long codes = count("select count(*) from enterprise_code where enterprise_id = ?", enterprise.id());
        assertThat(status(claim)).isEqualTo(codes == 1 ? "APPROVED" : "WITHDRAWN");
    }

    @Test
    void who_has_left_the_enterprise_meanwhile_does_not_answer_for_its_code() {
        EnterpriseRecord enterprise = holder("BASIC");
        Object certifier = code(enterprise.id()).get("certifierId");
        CurrentUser colleague = memberOf(enterprise.id());
        String claim = claimed(colleague, enterprise.id());
        when(principals.standing(colleague.accountId(), enterprise.id()))
                .thenReturn(new InternalPrincipals.Standing(false));

        refused(approve(claim, 0), 409, "APPLICANT_NO_MEMBER");

        assertThat(code(enterprise.id())).containsEntry("certifierId", certifier);
        assertThat(status(claim)).isEqualTo("SUBMITTED");
    }

    @Test
    void while_nobody_says_whether_the_applicant_is_a_member_the_certification_waits() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser colleague = memberOf(enterprise.id());
        String claim = claimed(colleague, enterprise.id());
        when(principals.standing(colleague.accountId(), enterprise.id()))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        refused(approve(claim, 0), 503, "SERVICE_UNAVAILABLE");

        assertThat(status(claim)).isEqualTo("SUBMITTED");
    }

    @Test
    void who_wanted_to_certify_an_earlier_code_does_not_answer_for_the_one_that_another_got_since() {
        EnterpriseRecord enterprise = holder("BASIC");
        String renewal = claimed(memberOf(enterprise.id()), enterprise.id());
        Map<String, Object> earlier = code(enterprise.id());
        post(
                        manager,
                        "/codes/" + earlier.get("id") + "/revoke",
                        Map.of("version", earlier.get("version"), "reason", "企业申请注销"))
                .expectStatus()
                .isOk();
        String anew = claimed(applicant, enterprise.id(), "BASIC");
        approve(anew, 0).expectStatus().isOk();

        refused(approve(renewal, 0), 409, "STATE_CONFLICT");

        assertThat(code(enterprise.id()))
                .containsEntry("certifierId", applicant.accountId().toString());
    }

    @Test
    void a_code_that_nobody_is_left_to_manage_ends_with_what_was_allowed_under_it_and_may_be_claimed_anew() {
        EnterpriseRecord enterprise = holder("BASIC");
        String code = dynamicCode(enterprise.id());

        leaveAlone(enterprise, clock.instant());
        leaveAlone(enterprise, clock.instant());

        refused(scan(code), 403, "CODE_REVOKED");
        assertThat(code(enterprise.id()))
                .containsEntry("status", "REVOKED")
                .containsEntry("statusReason", "企业管理员的账号已注销，企业已无人管理");
        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)]")
                .isEmpty();
        Instant heardLate = clock.instant().minusSeconds(1);
        String claim = claimed(applicant, enterprise.id(), "BASIC");
        approve(claim, 0).expectStatus().isOk();

        leaveAlone(enterprise, heardLate);
        assertThat(code(enterprise.id())).containsEntry("status", "ACTIVE");
    }

    private void leaveAlone(EnterpriseRecord enterprise, Instant at) {
        hear(leftAlone, new EnterpriseLeftAlone(enterprise.id(), at));
    }

    private void close(CurrentUser person) {
        hear(closed, new AccountClosed(person.accountId(), clock.instant()));
    }

    private <E extends DomainEvent> void hear(EventHandler<E> handler, E event) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(
                status -> handler.handle(event, new EventMetadata(id, "event", event.subject(), 1, clock.instant())));
    }

    private String status(String claim) {
        return jdbc.sql("select status from claim where id = ?::uuid")
                .param(claim)
                .query(String.class)
                .single();
    }

    private RestTestClient.ResponseSpec approve(String claim, int version) {
        return post(reviewer, "/claims/" + claim + "/approve", Map.of("version", version));
    }
}
