@NullMarked
package cn.zhengqi.policy.running;

import org.jspecify.annotations.NullMarked;
