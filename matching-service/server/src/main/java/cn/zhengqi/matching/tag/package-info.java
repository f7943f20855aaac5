/** 政策标签库 (POLICY-02, MATCH-01): what enterprises and policies are tagged with, by hand or by a rule. */
@NullMarked
package cn.zhengqi.matching.tag;

import org.jspecify.annotations.NullMarked;
