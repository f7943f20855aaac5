package cn.zhengqi.policy.funnel;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that took a step under a policy.
 *
 * @param institution of whose projects, by name, all of them within the reader's scope; absent where the policy is counted as a whole
 * @param at when it first did
 * @param cases what it handed in there, the newest first
 */
record EnterpriseAtStep(
        UUID enterpriseId,
        String enterpriseName,
        String policyTitle,
        @Nullable String institution,
        OffsetDateTime at,
        List<Case> cases) {

    /** The two ways to what a policy grants. */
    enum CaseKind {
        DECLARATION("申报"),
        REDEMPTION("兑付");

        private final String label;

        CaseKind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** @param id to open it by; absent where the reader may not */
    record Case(CaseKind kind, @Nullable UUID id, String number, String project, String institution) {

        @Override
        public String toString() {
            return kind.label() + " " + number + "（" + project + "）";
        }
    }
}
