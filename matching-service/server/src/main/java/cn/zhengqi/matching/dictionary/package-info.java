/** 指标字典 (POLICY-02): the facts that conditions speak about, for those who write and read them. */
@NullMarked
package cn.zhengqi.matching.dictionary;

import org.jspecify.annotations.NullMarked;
