number = 4
number = number * 2
print(number)
