a = []
b = a
b.append(1)
print(a)
