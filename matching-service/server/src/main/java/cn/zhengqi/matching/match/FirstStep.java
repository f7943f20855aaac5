package cn.zhengqi.matching.match;

import java.util.UUID;

/**
 * A published policy by which an enterprise can get a qualification that another one asks for.
 *
 * @param qualification what it grants, such as 高新技术企业
 */
public record FirstStep(String qualification, UUID policyId, String code, String title) {}
