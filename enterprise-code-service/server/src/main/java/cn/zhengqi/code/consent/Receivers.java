package cn.zhengqi.code.consent;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalInstitutions;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who of those that consents name takes part no more. Asked each time: one that was retired may be restored. */
@Component
class Receivers {

    private static final Logger LOG = LoggerFactory.getLogger(Receivers.class);

    private final InternalInstitutions institutions;

    Receivers(InternalInstitutions institutions) {
        this.institutions = institutions;
    }

    /** Says of each whose receiver left that it did; while nobody answers, of none. */
    List<Consent> told(List<Consent> consents) {
        Set<UUID> left = left(consents.stream()
                .map(Consent::receiverId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return consents.stream()
                .map(it -> it.receiverId() != null && left.contains(it.receiverId()) ? it.ofWhoLeft() : it)
                .toList();
    }

    /** @throws ProblemException RECEIVER_LEFT */
    void mustTakePart(UUID receiver) {
        if (left(List.of(receiver)).contains(receiver)) {
            throw new ProblemException(CodeProblem.RECEIVER_LEFT);
        }
    }

    /** Nobody of them gets in whatever is said here: so a silent user-service keeps nobody from giving or taking back. */
    private Set<UUID> left(Collection<UUID> receivers) {
        if (receivers.isEmpty()) {
            return Set.of();
        }
        try {
            return institutions.retired(receivers);
        } catch (ProblemException silent) {
            LOG.warn("Who takes part no more is not known: {}", silent.getMessage());
            return Set.of();
        }
    }
}
