package cn.zhengqi.finance.demand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.finance.application.TakenBackWithTheCode;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Demands of an enterprise for which nobody acts any more. */
class DemandsWithoutCodeTest extends DemandServiceTest {

    @Autowired
    private TakenBackWithTheCode taken;

    @Test
    void what_stands_ends_with_the_code_its_claims_too_and_nothing_more_is_posted() {
        UUID unclaimed = posted();
        UUID claimed = posted();
        Answer claim = claim(claimer, claimed);

        ends(CodeStatus.REVOKED, Instant.now().plusSeconds(1));

        assertThat(statusOf(unclaimed)).isEqualTo("WITHDRAWN");
        assertThat(statusOf(claimed)).isEqualTo("WITHDRAWN");
        assertThat(claimStates(claimed)).containsExactly("LAPSED");
        assertThat(eventsOf(claimed)).containsExactly("finance.FinancingDemandPosted", "finance.FinancingDemandEnded");
        assertThat(eventsOf(claim.id())).contains("finance.DemandClaimEnded");
        assertThat(claim(claimer, unclaimed).status()).as("no bank claims it").isNotEqualTo(200);
        Answer late = postDemand(poster, demand());
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.code()).isEqualTo("CODE_ENDED");
        assertThat(postDemand(aPoster(), demand()).status())
                .as("of another enterprise")
                .isEqualTo(201);
    }

    @Test
    void a_frozen_code_ends_nothing() {
        UUID standing = posted();

        ends(CodeStatus.FROZEN, Instant.now().plusSeconds(1));

        assertThat(statusOf(standing)).isEqualTo("OPEN");
    }

    @Test
    void what_was_posted_under_a_later_code_stands_though_the_end_of_the_earlier_is_heard_of_after_that() {
        Instant now = Instant.now();
        UUID before = posted();
        codeIssued(Objects.requireNonNull(poster.enterpriseId()), Instant.now());
        UUID under = posted();

        ends(CodeStatus.REVOKED, now.minusSeconds(3600));

        assertThat(statusOf(before)).isEqualTo("WITHDRAWN");
        assertThat(statusOf(under)).isEqualTo("OPEN");
        posted();
    }

    @Test
    void what_ends_that_were_heard_of_before_it_was_taken_back_have_left_ends_within_the_hour() {
        UUID left = posted();
        Answer claim = claim(claimer, left);
        CurrentUser again = aPoster();
        UUID under =
                UUID.fromString((String) demandOf(postDemand(again, demand())).get("id"));
        for (CurrentUser each : List.of(poster, again)) {
            jdbc.sql("insert into code_end (enterprise_id, ended_at) values (?, ?)")
                    .params(each.enterpriseId(), OffsetDateTime.now().plusSeconds(1))
                    .update();
        }
        codeIssued(Objects.requireNonNull(again.enterpriseId()), Instant.now().plusSeconds(2));

        taken.sweep();
        taken.sweep();

        assertThat(statusOf(left)).isEqualTo("WITHDRAWN");
        assertThat(claimStates(left)).containsExactly("LAPSED");
        assertThat(eventsOf(claim.id())).contains("finance.DemandClaimEnded");
        assertThat(statusOf(under)).as("who has a code again goes on with it").isEqualTo("OPEN");
    }

    private void ends(CodeStatus status, Instant at) {
        codeIs(status, Objects.requireNonNull(poster.enterpriseId()), at);
    }
}
