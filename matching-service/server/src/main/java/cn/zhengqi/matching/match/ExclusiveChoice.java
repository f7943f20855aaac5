package cn.zhengqi.matching.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed where an enterprise could have several policies that exclude each other. The enterprise decides.
 *
 * @param proposed whether this one is proposed; where nothing is, whether sums and calendar go by it
 * @param insteadOf codes of the policies in whose place it is proposed; empty where it is not
 * @param inFavourOf code of the policy that is proposed in its place; absent where it is proposed itself
 * @param reason Chinese: why, or that nothing decides
 * @param leftOpen whether nothing that matters to the enterprise decides, so that no advice is given; absent: something does, as in the results that were kept before this was told
 */
public record ExclusiveChoice(
        boolean proposed,
        List<String> insteadOf,
        @Nullable String inFavourOf,
        String reason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean leftOpen) {

    /** One for which something decides. */
    public ExclusiveChoice(boolean proposed, List<String> insteadOf, @Nullable String inFavourOf, String reason) {
        this(proposed, insteadOf, inFavourOf, reason, null);
    }

    /** Whether giving up the other one can be advised. */
    public boolean advised() {
        return leftOpen == null || !leftOpen;
    }
}
