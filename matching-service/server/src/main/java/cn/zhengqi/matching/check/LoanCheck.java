package cn.zhengqi.matching.check;

import cn.zhengqi.matching.fill.NextFacts;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.MatchOrder;
import java.time.LocalDate;
import java.util.List;

/**
 * All loan products for what was typed. Kept nowhere.
 *
 * @param next what to fill in next
 */
public record LoanCheck(LocalDate asOf, MatchOrder order, List<LoanMatch> loans, NextFacts next) {}
