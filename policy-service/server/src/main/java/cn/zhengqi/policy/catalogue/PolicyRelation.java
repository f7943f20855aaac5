package cn.zhengqi.policy.catalogue;

/**
 * What a policy has to do with another one.
 *
 * @param stated whether this policy states it; else the other one does
 * @param words as it is said of this policy
 */
public record PolicyRelation(RelationKind kind, boolean stated, String words, PolicyRef policy) {}
