package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Criteria that nobody is matched by yet, tried out: what they say in words, and how they come out for profiles. */
public final class Trial {

    /** As much as the tree of a question may hold, in kilobytes of UTF-8. */
    public static final int MOST_KILOBYTES_OF_CRITERIA = 256;

    /** As much as its profiles may hold together. */
    public static final int MOST_KILOBYTES_OF_PROFILES = 256;

    /** Both with what stands around them. */
    public static final int MOST_KILOBYTES = MOST_KILOBYTES_OF_CRITERIA + MOST_KILOBYTES_OF_PROFILES + 16;

    private Trial() {}

    /** @param day for which ages and terms are reckoned; today when absent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            Map<String, Object> criteria,
            List<Profile> profiles,
            @Nullable LocalDate day) {

        public Question {
            profiles = List.copyOf(Objects.requireNonNullElse(profiles, List.of()));
        }
    }

    /** @param facts by name, as in a profile; what is absent is not known */
    public record Profile(String name, Map<String, Object> facts) {}

    /**
     * @param faults what is wrong with the tree; then there is nothing else
     * @param conditions the tree in the words in which enterprises are told of it
     * @param outcomes in the order of the profiles
     */
    public record Answer(List<CriteriaFault> faults, List<ConditionResult> conditions, List<Outcome> outcomes) {}

    /**
     * How the criteria come out for one profile.
     *
     * @param problems facts that cannot be, in Chinese; they count as not known
     * @param conditions with what the profile has
     */
    public record Outcome(String name, MatchOutcome outcome, List<String> problems, List<ConditionResult> conditions) {}
}
