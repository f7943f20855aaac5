package cn.zhengqi.finance.entry;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.web.CurrentUser;

/**
 * Whose entries somebody sees.
 *
 * @param reviewed only those that the finance office has been given: what a bank still works at is its own
 */
record EntryScope(DataScope banks, boolean reviewed) {

    /** A bank its own, whatever they review besides. */
    static EntryScope of(CurrentUser user) {
        return user.has(FinancePermissions.REVIEW_PRODUCTS) ? new EntryScope(DataScope.all(), true) : ofBank(user);
    }

    static EntryScope ofBank(CurrentUser user) {
        return new EntryScope(DataScope.ofInstitution(user.requireInstitution()), false);
    }

    boolean permits(ProductEntry entry) {
        return banks.permits(null, entry.bankId())
                && !(reviewed && (entry.status() == EntryStatus.DRAFT || entry.status() == EntryStatus.DISCARDED));
    }
}
