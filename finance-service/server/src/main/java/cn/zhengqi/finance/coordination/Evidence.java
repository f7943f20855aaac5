package cn.zhengqi.finance.coordination;

import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.user.api.EnterpriseRecord;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the register and the profile know of an enterprise at the moment of the check. */
record Evidence(EnterpriseRecord register, InternalStandings.Facts profile) {

    /** One fact against it decides; all for it decide; else a person looks. */
    Finding of(Criterion it) {
        if (it.facts().isEmpty()) {
            return found(it, Standing.UNKNOWN, "由核查人员认定", false);
        }
        List<CriterionFact.Told> told =
                it.facts().stream().map(fact -> fact.of(register, profile)).toList();
        if (told.stream().anyMatch(one -> one.standing() == Standing.NOT_MET)) {
            return found(it, Standing.NOT_MET, reasons(told, one -> one.standing() == Standing.NOT_MET), true);
        }
        if (told.stream().allMatch(one -> one.standing() == Standing.MET)) {
            return found(it, Standing.MET, reasons(told, one -> true), true);
        }
        return found(it, Standing.UNKNOWN, reasons(told, one -> true), false);
    }

    private static Finding found(Criterion it, Standing standing, String reason, boolean byData) {
        return new Finding(it.code(), it.name(), it.explanation(), standing, reason, byData);
    }

    private static String reasons(List<CriterionFact.Told> told, Predicate<CriterionFact.Told> which) {
        return told.stream().filter(which).map(CriterionFact.Told::reason).collect(Collectors.joining("；"));
    }
}
