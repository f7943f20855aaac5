package cn.zhengqi.policy.redemption.application;

import java.util.UUID;

/**
 * What an enterprise has already, with which it cannot have another.
 *
 * @param certain false where the clause by which it is was not compared with the document yet: then a reviewer decides
 * @param redemptionId its application that stands in the way
 * @param words which one, in which year and by what
 */
public record ExcludedBy(boolean certain, UUID redemptionId, String number, String words) {

    static ExcludedBy of(boolean certain, Redemption other, String words) {
        return new ExcludedBy(certain, other.id(), other.number(), words);
    }
}
