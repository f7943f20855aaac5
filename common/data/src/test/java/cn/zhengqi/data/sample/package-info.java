@NullMarked
package cn.zhengqi.data.sample;

import org.jspecify.annotations.NullMarked;
