package cn.zhengqi.matching.check;

import cn.zhengqi.matching.fill.NextFacts;
import cn.zhengqi.matching.match.MatchOrder;
import cn.zhengqi.matching.match.PolicyMatch;
import java.time.LocalDate;
import java.util.List;

/**
 * All policies for what was typed. Kept nowhere.
 *
 * @param next what to fill in next
 */
public record PolicyCheck(LocalDate asOf, MatchOrder order, List<PolicyMatch> policies, NextFacts next) {}
