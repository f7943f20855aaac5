package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.promise.PromiseSweep;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim is reviewed within three working days, which stand still while the applicant supplements. */
class PromisedReviewsWebTest extends CodeServiceTest {

    @Autowired
    PromiseSweep sweep;

    private final CurrentUser applicant = applicant();
    private final CurrentUser head = TestUsers.ofDepartment(Ids.next(), CodePermissions.SUPERVISE_REVIEWS);
    private EnterpriseRecord enterprise;

    /** A Monday morning. */
    @BeforeEach
    void it_is_monday() {
        clock.forward(Duration.between(
                clock.instant(),
                OffsetDateTime.parse("2026-11-09T10:00:00+08:00").toInstant()));
        enterprise = enterprise();
    }

    @Test
    void a_review_is_promised_stands_still_while_the_applicant_supplements_and_is_kept() {
        String claim = claimed(applicant, enterprise.id(), "BASIC");
        assertThat(promise(applicant, "/my/claims/" + claim))
                .containsEntry("state", "RUNNING")
                .containsEntry("dueOn", "2026-11-12")
                .containsEntry("remainingWorkingDays", 3);

        days(1);
        clock.forward(Duration.ofHours(8));
        post(reviewer, "/claims/" + claim + "/return", Map.of("version", 0, "reason", "授权书不清"))
                .expectStatus()
                .isOk();
        days(10);
        assertThat(promise(applicant, "/my/claims/" + claim))
                .containsEntry("state", "PAUSED")
                .containsEntry("remainingWorkingDays", 2)
                .containsEntry("broken", false);

        put(
                        applicant,
                        "/my/claims/" + claim,
                        Map.of("version", 1, "claim", form(enterprise.id(), letter(applicant), "BASIC")))
                .expectStatus()
                .isOk();
        // Friday, after people went home: Monday the 23rd is the first of the two days that are left.
        assertThat(promise(applicant, "/my/claims/" + claim))
                .containsEntry("state", "RUNNING")
                .containsEntry("dueOn", "2026-11-24");
        assertThat(jdbc.sql("""
                        select to_char((data ->> 'reviewAt')::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
                        from outbox where type = 'code.CodeClaimSubmitted' and data ->> 'claimId' = ? order by version""").param(claim).query(String.class).list())
                .as("whoever is told of it is told the hour that its page shows")
                .containsExactly("2026-11-12 17:30", "2026-11-24 17:30");

        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 2))
                .expectStatus()
                .isOk();
        assertThat(promise(applicant, "/my/claims/" + claim))
                .containsEntry("state", "ANSWERED")
                .containsEntry("broken", false);
    }

    @Test
    void a_claim_that_is_not_reviewed_is_warned_of_broken_and_told_on_each_once() {
        String claim = claimed(applicant, enterprise.id(), "BASIC");

        for (int day = 0; day < 9; day++) {
            days(1);
            sweep.run();
            sweep.run();
        }

        assertThat(signals(claim))
                .containsExactly("WARNED 0", "BROKEN 0", "ESCALATED 1 HEADS", "ESCALATED 2 OPERATORS");
        assertThat(jdbc.sql("""
                        select distinct data #>> '{call,townCode}'
                        from outbox where type = 'code.ClaimPromiseCalled' and data #>> '{call,caseId}' = ?""").param(claim).query(String.class).list())
                .as("where the claim lies, so that those hear who may open it")
                .containsExactly(enterprise.townCode());
    }

    @Test
    void the_list_is_narrowed_to_what_is_overdue_and_ordered_by_the_promised_date() {
        String early = claimed(applicant, enterprise.id(), "BASIC");
        days(4);
        EnterpriseRecord other = enterprise();
        String late = claimed(applicant(), other.id(), "BASIC");

        assertThat(ids("/claims?overdue=true&size=200")).contains(early).doesNotContain(late);
        List<String> ordered = ids("/claims?sort=dueAt,asc&status=SUBMITTED&size=200");
        assertThat(ordered.indexOf(early)).isNotNegative().isLessThan(ordered.indexOf(late));
        ordered = ids("/claims?sort=dueAt,desc&status=SUBMITTED&size=200");
        assertThat(ordered.indexOf(late)).isNotNegative().isLessThan(ordered.indexOf(early));
        get(reviewer, "/claims?sort=dueAtAll,asc").expectStatus().isBadRequest();
    }

    @Test
    void ordered_by_the_promised_date_what_is_decided_comes_after_what_waits_and_in_the_same_order() {
        String first = claimed(applicant, enterprise.id(), "BASIC");
        days(4);
        String second = claimed(applicant(), enterprise().id(), "BASIC");
        days(4);
        String open = claimed(applicant(), enterprise().id(), "BASIC");
        for (String decided : List.of(second, first)) {
            post(reviewer, "/claims/" + decided + "/reject", Map.of("version", 0, "reason", "授权书未盖章"))
                    .expectStatus()
                    .isOk();
        }
        List<String> these = List.of(first, second, open);

        String ofThoseDays = "/claims?size=200&from=2026-11-09&to=2026-11-17&sort=dueAt,";
        assertThat(ids(ofThoseDays + "asc")).filteredOn(these::contains).containsExactly(open, first, second);
        assertThat(ids(ofThoseDays + "desc")).filteredOn(these::contains).containsExactly(open, second, first);
    }

    @Test
    void a_head_sees_the_board_and_urges_and_a_reviewer_does_not() {
        String claim = claimed(applicant, enterprise.id(), "BASIC");
        String urge = "/promises/" + promise(applicant, "/my/claims/" + claim).get("id") + "/urge";

        get(head, "/promises/summary")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.all.open")
                .value(Integer.class, open -> assertThat(open).isPositive());
        post(reviewer, urge, Map.of()).expectStatus().isForbidden();
        post(head, urge, Map.of()).expectStatus().isNoContent();
        refused(post(head, urge, Map.of()), 429, "URGED_ALREADY");

        assertThat(signals(claim)).containsExactly("URGED 0");
        assertThat(count(
                        "select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'CLAIM_URGED' and data ->> 'subjectId' = ?",
                        claim))
                .isEqualTo(1);
    }

    @Test
    void more_time_for_a_review_is_asked_for_and_approved_by_another_and_the_applicant_sees_why() {
        String claim = claimed(applicant, enterprise.id(), "BASIC");
        Map<String, Object> wish = Map.of("workingDays", 2, "reason", "向登记机关核实");
        refused(
                post(reviewer, "/claims/" + claim + "/ask-extension", Map.of("workingDays", 4, "reason", "向登记机关核实")),
                400,
                "VALIDATION_FAILED");
        post(reviewer, "/claims/" + claim + "/ask-extension", wish)
                .expectStatus()
                .isNoContent();
        String decide = "/promises/" + promise(applicant, "/my/claims/" + claim).get("id") + "/decide-extension";
        post(reviewer, decide, Map.of("approved", true)).expectStatus().isForbidden();
        post(head, decide, Map.of("approved", true)).expectStatus().isNoContent();
        refused(post(reviewer, "/claims/" + claim + "/ask-extension", wish), 409, "EXTENDED_ALREADY");

        Map<String, Object> seen = promise(applicant, "/my/claims/" + claim);
        assertThat(seen).containsEntry("dueOn", "2026-11-16").containsEntry("workingDays", 5);
        assertThat(seen.get("extended").toString()).contains("向登记机关核实", "2026-11-12");
        assertThat(count(
                        "select count(*) from outbox where type = 'code.ClaimPromiseExtended' and subject = ?::uuid",
                        claim))
                .isEqualTo(1);
    }

    @Test
    void the_operator_changes_the_term() {
        CurrentUser operator = TestUsers.operator(CodePermissions.KEEP_TERMS);
        long version = count("select version from promise_term where case_class = 'FIRST'");
        Map<String, Object> five = Map.of(
                "workingDays",
                5,
                "warnAfter",
                0.6,
                "escalateAfter",
                List.of(1, 2),
                "escalateTo",
                List.of("HEADS", "OPERATORS"),
                "version",
                version);

        put(operator, "/promise-terms/FIRST", five).expectStatus().isOk();
        try {
            String claim = claimed(applicant, enterprise.id(), "BASIC");
            assertThat(promise(applicant, "/my/claims/" + claim)).containsEntry("workingDays", 5);
            refused(put(operator, "/promise-terms/FIRST", five), 409, "VERSION_CONFLICT");
        } finally {
            jdbc.sql("update promise_term set working_days = 3 where case_class = 'FIRST'")
                    .update();
        }
        put(reviewer, "/promise-terms/FIRST", five).expectStatus().isForbidden();
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> promise(CurrentUser user, String path) {
        return (Map<String, Object>) get(user, path)
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("promise");
    }

    @SuppressWarnings("unchecked")
    private List<String> ids(String path) {
        List<Map<String, Object>> items = (List<Map<String, Object>>) get(reviewer, path)
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("items");
        return items.stream().map(it -> (String) it.get("id")).toList();
    }

    private List<String> signals(String claim) {
        return jdbc.sql("""
                        select concat_ws(' ', data #>> '{call,signal}', data #>> '{call,level}', data #>> '{call,rung}')
                        from outbox where type = 'code.ClaimPromiseCalled' and data #>> '{call,caseId}' = ? order by seq""").param(claim).query(String.class).list();
    }
}
