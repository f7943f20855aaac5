package cn.zhengqi.policy.catalogue;

import java.util.UUID;

/**
 * An edition in the list of editions of a policy.
 *
 * @param id of the policy
 * @param current whether it is the one that is shown
 */
public record EditionRef(
        UUID id, String code, int edition, String title, String docNumber, String publishDate, boolean current) {}
