package cn.zhengqi.promise;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of a board is narrowed by.
 *
 * @param standing how the promises have to stand; absent: all that are open
 * @param institutionId who has to answer
 * @param notAskedBy whose own wishes for more time are left out: nobody decides theirs, and what waits for somebody is counted without
 * @param q part of the number or of what a case is about
 */
public record BoardFilter(
        PromiseBoard.@Nullable Standing standing,
        @Nullable UUID institutionId,
        @Nullable UUID notAskedBy,
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q) {

    /** All that stands so. */
    public static BoardFilter of(PromiseBoard.Standing standing) {
        return new BoardFilter(standing, null, null, null);
    }

    PromiseBoard.Standing standings() {
        return Objects.requireNonNullElse(standing, PromiseBoard.Standing.OPEN);
    }
}
