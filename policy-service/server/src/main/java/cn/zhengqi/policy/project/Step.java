package cn.zhengqi.policy.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that a declaration goes through.
 *
 * @param institutionId who takes it; absent: the institution whose project it is
 * @param institutionName as user-service has it, whatever is sent
 * @param workingDays within which it is promised to be done
 * @param maySendBack whether the enterprise can be asked to supplement here
 * @param anotherPerson {@code true} where nobody takes it who passed a step before it; otherwise absent, as in all that is older
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(
        @NotNull(message = "请选择办理环节") Kind kind,
        @Nullable UUID institutionId,

        @Nullable @Size(max = 100, message = "机构名称不超过 100 字")
        String institutionName,

        @Min(value = 1, message = "办理时限为 1 至 200 个工作日") @Max(value = 200, message = "办理时限为 1 至 200 个工作日")
        int workingDays,

        boolean maySendBack,
        @Nullable Boolean anotherPerson) {

    public Step {
        anotherPerson = Boolean.TRUE.equals(anotherPerson) ? true : null;
    }

    /** Whether it is for another person than who passed a step before it. */
    public boolean needsAnother() {
        return anotherPerson != null;
    }

    /** In the order in which they may follow each other. Stable, in stored projects. */
    public enum Kind {
        ACCEPTANCE("受理"),
        FIRST_REVIEW("初审"),
        SECOND_REVIEW("复审"),
        PUBLIC_NOTICE("公示"),
        APPROVAL("批准");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The same; who takes it is called so. */
    Step takenBy(@Nullable String institution) {
        return new Step(kind, institutionId, institution, workingDays, maySendBack, anotherPerson);
    }

    /** A list inside a column. */
    public record All(List<Step> items) {

        public All {
            items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        }
    }
}
