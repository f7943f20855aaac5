@NullMarked
package cn.zhengqi.testing.sample;

import org.jspecify.annotations.NullMarked;
