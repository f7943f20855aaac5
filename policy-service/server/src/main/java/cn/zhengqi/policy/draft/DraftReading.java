package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.reading.Proposal;
import cn.zhengqi.policy.reading.Proposer;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text that a draft is written from, what was proposed for it, and what a person has made of each proposal.
 *
 * @param name of the file that the text came from; absent where it was pasted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftReading(
        @Nullable @Size(max = 100, message = "不超过 100 字") String name,

        @NotNull(message = "缺少原文") @Size(max = Proposer.MOST_CHARACTERS, message = "不超过 40000 字")
        String text,

        @Size(max = Proposer.MOST, message = "不超过 " + Proposer.MOST + " 条")
        List<@Valid Item> items) {

    public DraftReading {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }

    /**
     * A proposal.
     *
     * @param decision absent while nobody has looked at it
     * @param adopted the condition that went into the tree, so that it is found there again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @NotNull(message = "缺少建议") @Valid Proposal proposal,
            @Nullable Decision decision,
            @Nullable Map<String, Object> adopted) {}

    /** What a person made of a proposal. */
    public enum Decision {
        ACCEPTED,
        CORRECTED,
        DROPPED
    }

    /** @throws ProblemException VALIDATION_FAILED for a proposal whose sentence is not in the text */
    void requireWithinText() {
        if (items.stream()
                .map(Item::proposal)
                .anyMatch(one -> one.from() < 0 || one.to() > text.length() || one.from() >= one.to())) {
            throw ProblemException.validation("reading", "RANGE", "有建议对不上原文，请重新标出条件");
        }
    }

    /** What the record of changes tells of it: the text itself is public and would stand there again and again. */
    public record Told(@Nullable String name, int characters, int proposals, long decided) {

        static @Nullable Told of(@Nullable DraftReading reading) {
            return reading == null
                    ? null
                    : new Told(
                            reading.name(),
                            reading.text().length(),
                            reading.items().size(),
                            reading.items().stream()
                                    .filter(one -> one.decision() != null)
                                    .count());
        }
    }
}
