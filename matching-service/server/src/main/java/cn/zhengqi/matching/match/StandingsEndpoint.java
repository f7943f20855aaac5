package cn.zhengqi.matching.match;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.matching.profile.Profile;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.web.Callers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("policy-service")
@RequestMapping("/internal/enterprises")
class StandingsEndpoint implements InternalStandings {

    private final Matches matches;
    private final Profiles profiles;
    private final Clock clock;

    StandingsEndpoint(Matches matches, Profiles profiles, Clock clock) {
        this.matches = matches;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public Standing standing(UUID enterpriseId, UUID policyId) {
        LocalDate today = BusinessTime.today(clock);
        return matches.on(enterpriseId, today).policies().stream()
                .filter(match -> match.policyId().equals(policyId))
                .findFirst()
                .map(match ->
                        new Standing(today, match.outcome(), match.verified(), match.conditions(), match.missing()))
                .orElseGet(() -> new Standing(today, null, false, List.of(), List.of()));
    }

    @Override
    public Facts facts(UUID enterpriseId) {
        return new Facts(profiles.profile(enterpriseId).groups().stream()
                .map(Profile.Group::facts)
                .flatMap(List::stream)
                .flatMap(fact -> Stream.ofNullable(fact.value())
                        .map(value -> new Fact(
                                fact.name(),
                                fact.label(),
                                fact.unit(),
                                fact.kind(),
                                Objects.requireNonNull(value),
                                fact.valueName(),
                                fact.source(),
                                fact.asOf())))
                .toList());
    }
}
