/** What is kept of a person, for them to take out. */
@NullMarked
package cn.zhengqi.finance.person;

import org.jspecify.annotations.NullMarked;
