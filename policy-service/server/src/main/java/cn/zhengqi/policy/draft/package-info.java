/** Editions that are being written: draft, review by a second person, publication in place of the edition before. */
@NullMarked
package cn.zhengqi.policy.draft;

import org.jspecify.annotations.NullMarked;
