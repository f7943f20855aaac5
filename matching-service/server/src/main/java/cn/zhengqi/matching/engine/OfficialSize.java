package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.ArrayList;
import java.util.List;

/** 企业规模 by the standard ({@link SizeClasses}), or the sizes that remain possible. */
final class OfficialSize {

    private final int slot;
    private final int industryCode;
    private final int employees;
    private final int totalAssets;

    OfficialSize(FactDictionary facts, int slot) {
        this.slot = slot;
        industryCode = facts.slot("industryCode");
        employees = facts.slot("employees");
        totalAssets = facts.slot("totalAssets");
    }

    void take(FactVector vector) {
        String code = vector.single(industryCode);
        int mask = SizeClasses.standard()
                .possible(
                        code == null ? "" : code,
                        vector.number(employees),
                        vector.year("revenue", 0),
                        vector.number(totalAssets));
        if (mask == SizeClasses.ANY_SIZE) {
            return;
        }
        List<String> possible = new ArrayList<>();
        for (int size = 0; size < SizeClasses.SIZES.size(); size++) {
            if ((mask & (1 << size)) != 0) {
                possible.add(SizeClasses.SIZES.get(size));
            }
        }
        vector.text[slot] = possible.size() == 1 ? possible.getFirst() : possible.toArray(String[]::new);
    }
}
