@NullMarked
package cn.zhengqi.promise.sample;

import org.jspecify.annotations.NullMarked;
