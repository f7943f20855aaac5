package cn.zhengqi.matching.match;

import java.util.Map;
import java.util.Set;

/**
 * A result with the facts it was computed from, as far as they are still kept.
 *
 * @param taxFacts names of those that came from the tax authority
 */
public record KeptMatch(MatchResult result, Map<String, Object> facts, Set<String> taxFacts) {}
