package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.api.match.MatchOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an enterprise comes out, in the words of a match: one condition short is told apart from not qualifying. No figure of it.
 *
 * @param industry letter of its section
 * @param size 大型, 中型, 小型 or 微型, or 未载明 while it is not decided
 * @param before by the edition in force; absent: there is none
 */
public record SandboxEnterprise(
        UUID id,
        String name,
        String town,
        String industry,
        String size,
        @Nullable MatchOutcome before,
        MatchOutcome after,
        SandboxChange change) {}
