package cn.zhengqi.code.consent;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.kernel.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the consents of an enterprise stand at a moment, by the kind of data.
 *
 * @param scanner for whom; null: whether anybody is allowed it, as the enterprise itself asks
 */
public record Standings(
        Map<ConsentCategory, ConsentStanding> byCategory,
        @Nullable ScannerKind scanner) {

    public Standings {
        byCategory = Map.copyOf(byCategory);
    }

    public ConsentStanding of(ConsentCategory category) {
        return byCategory.getOrDefault(category, ConsentStanding.NEVER);
    }

    public boolean allow(ConsentCategory category) {
        return of(category).allows();
    }

    /** Why this may not be shown to who scans, in Chinese: "企业未授权银行查看". */
    public String why(ConsentCategory category) {
        return why(of(category), "查看");
    }

    private String why(ConsentStanding standing, String view) {
        String who = scanner == null ? "扫码人" : scanner.label();
        return standing == ConsentStanding.NEVER
                ? standing.label() + who + view
                : standing.label() + "，" + who + "不能查看";
    }

    /** Why nothing of these may be shown: withdrawn says more than expired, expired more than never given. Empty when something may. */
    public Optional<ProblemException> refusal(Collection<ConsentCategory> categories) {
        if (categories.stream().anyMatch(this::allow)) {
            return Optional.empty();
        }
        ConsentStanding said = Stream.of(ConsentStanding.WITHDRAWN, ConsentStanding.EXPIRED)
                .filter(standing -> categories.stream().anyMatch(one -> of(one) == standing))
                .findFirst()
                .orElse(ConsentStanding.NEVER);
        return Optional.of(new ProblemException(problem(said), why(said, "查看任何信息")));
    }

    private static CodeProblem problem(ConsentStanding standing) {
        return switch (standing) {
            case WITHDRAWN -> CodeProblem.CONSENT_WITHDRAWN;
            case EXPIRED -> CodeProblem.CONSENT_EXPIRED;
            case NEVER, GIVEN -> CodeProblem.CONSENT_REQUIRED;
        };
    }
}
