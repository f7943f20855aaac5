package cn.zhengqi.code.consent;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.kernel.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How the consents of an enterprise stand at a moment, by the kind of data. */
public record Standings(Map<ConsentCategory, ConsentStanding> byCategory) {

    public Standings {
        byCategory = Map.copyOf(byCategory);
    }

    public ConsentStanding of(ConsentCategory category) {
        return byCategory.getOrDefault(category, ConsentStanding.NEVER);
    }

    public boolean allow(ConsentCategory category) {
        return of(category).allows();
    }

    /** Why nothing of these may be shown: withdrawn says more than expired, expired more than never given. Empty when something may. */
    public Optional<ProblemException> refusal(Collection<ConsentCategory> categories) {
        if (categories.stream().anyMatch(this::allow)) {
            return Optional.empty();
        }
        CodeProblem problem = categories.stream().anyMatch(one -> of(one) == ConsentStanding.WITHDRAWN)
                ? CodeProblem.CONSENT_WITHDRAWN
                : categories.stream().anyMatch(one -> of(one) == ConsentStanding.EXPIRED)
                        ? CodeProblem.CONSENT_EXPIRED
                        : CodeProblem.CONSENT_REQUIRED;
        return Optional.of(new ProblemException(problem));
    }
}
