package cn.zhengqi.matching.api.match;

import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Questions of other services about enterprises: how they stand with a policy, and what is known of one. */
@FeignClient(name = "matching-service", contextId = "internal-standings", path = "/internal/enterprises")
public interface InternalStandings {

    /**
     * How an enterprise stands with one policy today; nothing is kept of it.
     *
     * @param outcome by its conditions; absent where nobody qualifies for the policy as such: a plan, or one whose conditions are not entered
     * @param conditions of what rests on tax data no figure is told: who reads a declaration may know how it stands, not what an enterprise is taxed
     * @param missing facts whose filling in could decide it
     * @param beginsOn its first day, where that is yet to come: until then nobody qualifies, whatever the outcome says of the conditions; absent once it has begun, and
     *     in what was kept before it was told
     */
    record Standing(
            LocalDate asOf,
            @Nullable MatchOutcome outcome,
            boolean verified,
            List<ConditionResult> conditions,
            List<ConditionResult.FactRef> missing,
            @Nullable LocalDate beginsOn) {}

    @GetMapping("/{enterpriseId}/standings/{policyId}")
    Standing standing(@PathVariable("enterpriseId") UUID enterpriseId, @PathVariable("policyId") UUID policyId);

    /** @param criteria a tree as JSON, found to be sound when it was entered */
    record Conditions(Map<String, Object> criteria) {}

    /** How an enterprise stands today by conditions that are in no library, such as those of a project; nothing is kept of them, nor of the answer. */
    @PostMapping("/{enterpriseId}/standings")
    Standing against(@PathVariable("enterpriseId") UUID enterpriseId, @RequestBody Conditions conditions);

    /** As {@link #standing}, for a department that found the enterprise without its asking: also of what the dictionary shows to the enterprise alone no figure is told, whoever said it. */
    @GetMapping("/{enterpriseId}/standings/{policyId}/evidence")
    Standing evidence(@PathVariable("enterpriseId") UUID enterpriseId, @PathVariable("policyId") UUID policyId);

    /** As {@link #against}, with no more told than {@link #evidence} tells. */
    @PostMapping("/{enterpriseId}/standings/evidence")
    Standing evidenceAgainst(@PathVariable("enterpriseId") UUID enterpriseId, @RequestBody Conditions conditions);

    /** As many are asked after in one question, so that they are answered before whoever asks stops waiting (ADR 0083). */
    int MOST_ENTERPRISES = 200;

    /**
     * A question about many who were found under one project without their asking.
     *
     * @param enterprises at most {@value #MOST_ENTERPRISES}
     * @param criteria that the project has of its own, as in {@link Conditions}; absent where it has none
     */
    record EvidenceQuestion(
            Set<UUID> enterprises, UUID policyId, @Nullable Map<String, Object> criteria) {}

    /**
     * @param policy as {@link #evidence} tells it
     * @param audience as {@link #evidenceAgainst} tells it; absent where no criteria were asked by
     */
    record EvidenceOfOne(
            UUID enterpriseId, Standing policy, @Nullable Standing audience) {}

    /** As {@link #evidence} and {@link #evidenceAgainst} tell it of one, of each of them. */
    @PostMapping("/evidence")
    List<EvidenceOfOne> evidenceOfMany(@RequestBody EvidenceQuestion question);

    /**
     * One fact that is known.
     *
     * @param value number, boolean, text, ISO day, or list
     * @param valueName what a code is called; absent for what is no code
     */
    record Fact(
            String name,
            String label,
            @Nullable String unit,
            FactKind kind,
            Object value,
            @Nullable String valueName,
            @Nullable FactSource source,
            @Nullable LocalDate asOf) {}

    record Facts(List<Fact> facts) {}

    /** What is known of an enterprise, without what is not; what rests on tax data is told for reports to banks alone, for which the enterprise consents by itself. */
    @GetMapping("/{enterpriseId}/facts")
    Facts facts(@PathVariable("enterpriseId") UUID enterpriseId);
}
