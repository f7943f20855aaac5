/** What other services may know of policies: their events and the words in them. */
@NullMarked
package cn.zhengqi.policy.api;

import org.jspecify.annotations.NullMarked;
