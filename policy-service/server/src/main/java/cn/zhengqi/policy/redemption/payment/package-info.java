/** Payment in batches: four eyes, a file for the treasury, and its results. */
@NullMarked
package cn.zhengqi.policy.redemption.payment;

import org.jspecify.annotations.NullMarked;
